package dev.toolverdicts.system;

import dev.toolverdicts.system.RegisterCheck.Attempt;
import dev.toolverdicts.system.RegisterCheck.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Voters who vote side by side on tools that nobody else votes on.
final class Electorate {

    /// After a choice that was not acknowledged: long enough not to flood, short enough to be there at the restart.
    private static final long PAUSE_MILLIS = 20;

    private final List<String> tools;
    private final List<Voter> voters = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong acknowledged = new AtomicLong();

    Electorate(int size, List<String> tools, SplittableRandom random) {
        this.tools = tools;
        for (int i = 0; i < size; i++) {
            voters.add(new Voter("voter %02d".formatted(i), tools, random.split()));
        }
    }

    void start() {
        voters.forEach(voter -> threads.add(Thread.ofVirtual().start(() -> voteUntilTheEnd(voter))));
    }

    private void voteUntilTheEnd(Voter voter) {
        try {
            while (end.getCount() > 0) {
                if (voter.vote()) {
                    acknowledged.incrementAndGet();
                } else if (end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when every voter has read the last answer.
    void stop() throws InterruptedException {
        end.countDown();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofSeconds(30))) {
                throw new AssertionError("a voter waits for an answer without end");
            }
        }
    }

    long acknowledged() {
        return acknowledged.get();
    }

    Map<Ballot, List<Attempt>> sent() {
        var all = new TreeMap<Ballot, List<Attempt>>();
        voters.forEach(voter -> all.putAll(voter.sent()));
        return all;
    }

    /// How often each status was answered; 0 stands for no answer.
    Map<Integer, Integer> answers() {
        var all = new TreeMap<Integer, Integer>();
        voters.forEach(voter -> voter.answers().forEach((status, times) -> all.merge(status, times, Integer::sum)));
        return all;
    }

    /// What everybody can see: own votes, tallies and cards, through the front door.
    Stored stored() {
        var choices = new TreeMap<Ballot, Choice>();
        voters.forEach(voter -> choices.putAll(voter.stored()));
        var tallies = new TreeMap<String, Counts>();
        var cards = new TreeMap<String, Counts>();
        Visitor reader = new Visitor();
        for (String tool : tools) {
            tallies.put(tool, Counts.of(reader.json("/api/v1/tools/" + tool + "/tally")));
            cards.put(tool, Counts.of(reader.json("/api/v1/tools/" + tool).path("community")));
        }
        return new Stored(choices, tallies, cards);
    }
}
