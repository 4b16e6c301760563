package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The gateway by itself, as operators run it, before a backend that answers at once: beside nginx before the same
/// backend, and how much later than the backend's its answers are when few ask.
record GatewayProxy(Settings settings) implements Row {

    private static final int CONNECTIONS = 64;
    private static final int FEW = 8;

    @Override
    public String name() {
        return "gateway-proxy";
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        int backend = Ports.free();
        int gateway = Ports.free();
        int nginx = Ports.free();
        var wrk = new Wrk(stack.script(), ballots.file());
        try (var _ = OwnJvm.of(Ceiling.class, Integer.toString(backend));
                var _ = ThroughGateway.before(backend, gateway, stack, Map.of());
                var _ = Nginx.before(backend, nginx, Files.createTempDirectory("nginx-"))) {
            var _ = wrk.votes(nginx, 4, settings.warmUp());
            var _ = wrk.votes(gateway, 4, settings.warmUp());
            var turns = new Turns(settings.pairs());
            List<Pair<Load>> pairs = turns.take(
                    "gateway-proxy",
                    () -> wrk.votes(gateway, CONNECTIONS, settings.seconds()),
                    () -> wrk.votes(nginx, CONNECTIONS, settings.seconds()),
                    () -> {});
            List<Pair<Load>> few = turns.take(
                    "gateway-proxy 8",
                    () -> wrk.votes(gateway, FEW, settings.seconds()),
                    () -> wrk.votes(backend, FEW, settings.seconds()),
                    () -> {});
            var verdicts = new ArrayList<Verdict>();
            verdicts.add(
                    Verdict.atLeast("gateway-proxy", "of nginx", Turns.ratio(pairs), 0.4, 0.6, Turns.rates(pairs)));
            verdicts.add(Verdict.atMost(
                    "gateway-proxy 8",
                    "added p50, ms",
                    Medians.median(
                            few, pair -> pair.system().p50() - pair.ceiling().p50()),
                    1.2,
                    0.8,
                    Turns.rates(few)));
            return verdicts;
        }
    }
}
