package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;

/// Votes through the gateway into the whole system, beside the same gateway before a backend that answers 202 at once.
record ThroughGateway(Settings settings) implements Row {

    private static final int CONNECTIONS = 64;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        int port = stack.port("gateway");
        int backend = Ports.free();
        int other = Ports.free();
        var system = new Wrk(stack.script(), ballots.file());
        var ceiling = new Wrk(stack.script(), ballots.file());
        var count = new Count(stack, ballots);
        try (var _ = OwnJvm.of(Ceiling.class, Integer.toString(backend));
                var _ = before(backend, other, stack)) {
            var _ = ceiling.votes(other, 4, settings.warmUp());
            var _ = system.votes(port, 4, settings.warmUp());
            count.settle();
            List<Pair<Load>> pairs = new Turns(settings.pairs())
                    .take(
                            "gateway",
                            () -> system.votes(port, CONNECTIONS, settings.seconds()),
                            () -> ceiling.votes(other, CONNECTIONS, settings.seconds()),
                            count::settle);
            return List.of(Verdict.atLeast(
                    "gateway", "of gateway before 202", Turns.ratio(pairs), 0.7, 0.9, Turns.rates(pairs)));
        }
    }

    /// A gateway of its own before another backend for votes.
    static OwnJvm before(int backend, int port, Stack stack) throws IOException {
        var environment = new HashMap<>(Stack.withoutLimits());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("VOTE_ACCEPT_URLS", "http://127.0.0.1:" + backend);
        return OwnJvm.of(
                stack.jar("gateway"), stack.file("gateway-" + port + ".log"), environment, new Api(port)::isReady);
    }
}
