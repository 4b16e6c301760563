package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.List;

/// Accept, log, count, tally, card, all at once and without rest: how many votes a second, how late the cards are, and
/// whether every vote is there in the end.
record EndToEnd(Settings settings) implements Row {

    private static final int CONNECTIONS = 256;

    @Override
    public String name() {
        return "end-to-end-direct";
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        int port = stack.port("vote-service");
        var wrk = new Wrk(stack.script(), ballots.file());
        var count = new Count(stack, ballots);
        long before = count.stored();
        long answered = wrk.votes(port, 4, settings.warmUp()).requests();
        answered += wrk.votes(port, CONNECTIONS, 3).requests();
        count.settle();
        Load load;
        List<Double> late;
        long lag;
        try (var probes = new Probes(stack, ballots)) {
            load = wrk.votes(port, CONNECTIONS, settings.pairs() * settings.seconds());
            lag = count.lag();
            late = probes.late();
        }
        answered += load.requests();
        count.settle();
        long stored = count.stored() - before;
        if (!load.isClean() || stored < answered || stored > wrk.sent() || !count.isExact()) {
            throw new IllegalStateException(
                    "no figure: %s; %d answered, %d sent, %d stored".formatted(load, answered, wrk.sent(), stored));
        }
        System.out.printf("  end-to-end-direct   %s   %d votes not counted when it ended%n", load, lag);
        System.out.printf(
                "  %,d votes answered, %,d sent, %,d stored; every tally equals its votes%n",
                answered, wrk.sent(), stored);
        String lateness = "p50 %.2f, p99 %.2f, most %.2f s of %d votes"
                .formatted(
                        Medians.median(late), Medians.percentile(late, 0.99), Medians.percentile(late, 1), late.size());
        return List.of(
                Verdict.atLeast(
                        "end-to-end-direct", "votes a second", load.perSecond(), 8_000, 12_000, load.toString()),
                Verdict.atMost(
                        "end-to-end-direct",
                        "card behind vote, p99, s",
                        Medians.percentile(late, 0.99),
                        2,
                        1,
                        lateness));
    }
}
