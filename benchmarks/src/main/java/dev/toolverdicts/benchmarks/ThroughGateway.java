package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Votes through the gateway into the whole system, beside a gateway before a backend that answers 202 at once.
///
/// That one takes the framework's way: with the short way it would tell how little is left to the gateway. Both sides
/// share the same cores with the rest of the system, so every improvement would lower the ratio.
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
                var _ = before(backend, other, stack, Map.of("GATEWAY_SHORTWAY_REQUESTS", ""))) {
            var _ = ceiling.votes(other, 4, settings.warmUp());
            var _ = system.votes(port, 4, settings.warmUp());
            var _ = system.votes(port, CONNECTIONS, settings.warmUp());
            count.settle();
            List<Pair<Load>> pairs = new Turns(settings.pairs())
                    .take(
                            "gateway",
                            () -> system.votes(port, CONNECTIONS, settings.seconds()),
                            () -> ceiling.votes(other, CONNECTIONS, settings.seconds()),
                            count::settle);
            return List.of(Verdict.atLeast(
                    "gateway", "of plain gateway before 202", Turns.ratio(pairs), 0.7, 0.9, Turns.rates(pairs)));
        }
    }

    /// A gateway of its own before another backend for votes.
    static OwnJvm before(int backend, int port, Stack stack, Map<String, String> more) throws IOException {
        var environment = new HashMap<>(Stack.withoutLimits());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("VOTE_ACCEPT_URLS", "http://127.0.0.1:" + backend);
        environment.putAll(more);
        return OwnJvm.of(
                stack.jar("gateway"), stack.file("gateway-" + port + ".log"), environment, new Api(port)::isReady);
    }
}
