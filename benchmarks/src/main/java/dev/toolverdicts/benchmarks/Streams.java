package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.List;

/// The whole service accepting while two hundred open pages watch, beside the same with nobody watching.
record Streams(Settings settings) implements Row {

    private static final int CONNECTIONS = 64;
    private static final int READERS = 200;

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        int port = stack.port("vote-service");
        var wrk = new Wrk(stack.script(), ballots.file());
        var count = new Count(stack, ballots);
        var _ = wrk.votes(port, 4, settings.warmUp());
        count.settle();
        List<Pair<Load>> pairs = new Turns(settings.pairs())
                .take(
                        "streams",
                        () -> watched(wrk, port, ballots, settings.seconds()),
                        () -> wrk.votes(port, CONNECTIONS, settings.seconds()),
                        count::settle);
        return List.of(
                Verdict.atLeast("streams", "of accepting unwatched", Turns.ratio(pairs), 0.8, 0.9, Turns.rates(pairs)));
    }

    private static Load watched(Wrk wrk, int port, Ballots ballots, int seconds)
            throws IOException, InterruptedException {
        try (var readers = new Readers(port, ballots.tools(), READERS)) {
            Load load = wrk.votes(port, CONNECTIONS, seconds);
            if (readers.bytes() < READERS * 200L) {
                throw new IllegalStateException("the readers saw nothing: " + readers.bytes() + " bytes");
            }
            return load;
        }
    }
}
