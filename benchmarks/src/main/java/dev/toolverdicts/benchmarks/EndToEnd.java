package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.List;

/// Accept, log, count, tally, card, all at once and without rest: how many votes a second, how late the cards are, and
/// whether every vote is there in the end.
///
/// @param seconds how long votes are cast without rest
/// @param floor votes a second
/// @param goal likewise
record EndToEnd(String name, Settings settings, int connections, int seconds, double floor, double goal)
        implements Row {

    static final String COPIES = "copies";

    private static final int CONNECTIONS = 256;
    private static final double RECOVERED = 30;

    static EndToEnd direct(Settings settings) {
        return new EndToEnd(
                "end-to-end-direct", settings, CONNECTIONS, settings.pairs() * settings.seconds(), 8_000, 12_000);
    }

    /// The same shared by all copies of vote-service that the system has. On one machine they share its processors, so
    /// that there is nothing to be faster by and no floor: what counts is that no vote is lost.
    static EndToEnd copies(Settings settings) {
        return new EndToEnd(COPIES, settings, CONNECTIONS, settings.pairs() * settings.seconds(), 0, 0);
    }

    /// Long enough for what fills up slowly to show.
    static EndToEnd soak(Settings settings) {
        return new EndToEnd("soak", settings, 64, settings.soak(), 4_100, 8_000);
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        List<Integer> ports = stack.ports("vote-service");
        String label = name.equals(COPIES) ? ports.size() + " of vote-service" : name;
        var wrk = new Wrk(stack.script(), ballots.file());
        var count = new Count(stack, ballots);
        long before = count.stored();
        long answered = wrk.votes(ports, 4, settings.warmUp()).requests();
        answered += wrk.votes(ports, connections, settings.warmUp()).requests();
        count.settle();
        Load load;
        List<Double> late;
        long lag;
        try (var probes = new Probes(stack, ballots)) {
            load = wrk.votes(ports, connections, seconds);
            lag = count.lag();
            late = probes.late();
        }
        answered += load.requests();
        long ended = System.nanoTime();
        count.settle();
        double recovery = (System.nanoTime() - ended) / 1e9;
        long stored = count.stored() - before;
        if (!load.isClean() || stored < answered || stored > wrk.sent() || !count.isExact()) {
            throw new IllegalStateException(
                    "no figure: %s; %d answered, %d sent, %d stored".formatted(load, answered, wrk.sent(), stored));
        }
        System.out.printf("  %-20s %s   %d votes not counted when it ended%n", label, load, lag);
        System.out.printf(
                "  %,d votes answered, %,d sent, %,d stored; every tally equals its votes%n",
                answered, wrk.sent(), stored);
        String lateness = "p50 %.2f, p99 %.2f, most %.2f s of %d votes"
                .formatted(
                        Medians.median(late), Medians.percentile(late, 0.99), Medians.percentile(late, 1), late.size());
        double behind = Medians.percentile(late, 0.99);
        if (name.equals(COPIES)) {
            return List.of(
                    Verdict.figure(label, "votes a second", load.perSecond(), load.toString()),
                    Verdict.figure(label, "all counted and shown after, s", recovery, ""),
                    Verdict.figure(label, "card behind vote, p99, s", behind, lateness));
        }
        return List.of(
                Verdict.atLeast(label, "votes a second", load.perSecond(), floor, goal, load.toString()),
                Verdict.atMost(label, "all counted and shown after, s", recovery, RECOVERED, RECOVERED, ""),
                Verdict.atMost(label, "card behind vote, p99, s", behind, 2, 1, lateness));
    }
}
