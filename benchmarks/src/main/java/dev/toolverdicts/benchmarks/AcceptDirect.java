package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A vote's acceptance by itself: the role accept with its Kafka, nothing counted, beside bare Netty that parses the
/// same body and checks the same HMAC.
record AcceptDirect(Settings settings) implements Row {

    @Override
    public String name() {
        return "accept-direct";
    }

    @Override
    public List<Verdict> measure(Stack stack, Ballots ballots) throws IOException, InterruptedException {
        int port = stack.port("vote-service");
        int ceilingPort = Ports.free();
        var system = new Wrk(stack.script(), ballots.file());
        var ceiling = new Wrk(stack.script(), ballots.file());
        var verdicts = new ArrayList<Verdict>();
        try (var _ = OwnJvm.of(Ceiling.class, Integer.toString(ceilingPort), stack.voteSecret())) {
            var _ = ceiling.votes(ceilingPort, 4, settings.warmUp());
            var _ = system.votes(port, 4, settings.warmUp());
            for (int connections : new int[] {64, 256}) {
                var _ = ceiling.votes(ceilingPort, connections, 3);
                var _ = system.votes(port, connections, 3);
                List<Pair<Load>> pairs = new Turns(settings.pairs())
                        .take(
                                "accept-direct " + connections,
                                () -> system.votes(port, connections, settings.seconds()),
                                () -> ceiling.votes(ceilingPort, connections, settings.seconds()),
                                () -> {});
                String name = "accept-direct " + connections;
                verdicts.add(Verdict.atLeast(name, "of bare Netty", Turns.ratio(pairs), 0.35, 0.5, Turns.rates(pairs)));
                if (connections == 64) {
                    double p99 = Medians.median(pairs, pair -> pair.system().p99());
                    verdicts.add(Verdict.atMost(name, "p99, ms", p99, 30, 30, ""));
                }
            }
        }
        return verdicts;
    }
}
