package dev.toolverdicts.system.containers;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Counts;
import dev.toolverdicts.system.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Voters who vote once on each of some tools, many at a time, and ask again until they are answered.
final class Crowd {

    private static final int SIDE_BY_SIDE = 32;
    private static final int TRIES = 40;

    private final List<String> doors;
    private final List<String> tools;
    private final int size;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    Crowd(List<String> doors, List<String> tools, int size) {
        this.doors = doors;
        this.tools = tools;
        this.size = size;
    }

    /// Returns when every vote is acknowledged.
    void vote() throws InterruptedException {
        try (var voters = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            List<Future<?>> all = IntStream.range(0, size)
                    .<Future<?>>mapToObj(voter -> voters.submit(() -> {
                        voteAs(voter);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private void voteAs(int voter) throws InterruptedException {
        Visitor visitor = new Visitor(doors.get(voter % doors.size()));
        // The cookie comes first: a vote that is sent again must not be another voter's.
        var _ = visitor.json("/api/v1/votes?tools=" + tools.getFirst());
        for (int tool = 0; tool < tools.size(); tool++) {
            cast(visitor, tools.get(tool), choice(voter, tool));
        }
    }

    private void cast(Visitor visitor, String tool, Choice choice) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (isTaken(visitor, tool, choice)) {
                acknowledged.incrementAndGet();
                return;
            }
            repeated.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("a vote was not taken in " + TRIES + " attempts");
    }

    private static boolean isTaken(Visitor visitor, String tool, Choice choice) {
        try {
            return visitor.exchange("PUT", "/api/v1/tools/" + tool + "/vote", "application/json", choice.json())
                            .statusCode()
                    == 202;
        } catch (IOException e) {
            return false;
        }
    }

    private static Choice choice(int voter, int tool) {
        return (voter + tool) % 3 == 0 ? Choice.SKIP : Choice.SHIP;
    }

    /// What must be counted in the end.
    Counts expected(int tool) {
        long skips = IntStream.range(0, size)
                .filter(voter -> choice(voter, tool) == Choice.SKIP)
                .count();
        return new Counts(size - skips, skips);
    }

    List<String> tools() {
        return tools;
    }

    long votes() {
        return (long) size * tools.size();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /// Requests that were not answered with 202.
    long repeated() {
        return repeated.get();
    }
}
