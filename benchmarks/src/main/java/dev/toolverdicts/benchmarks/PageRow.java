package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One kind of page through the gateway, beside a gateway before a backend that has its bytes.
///
/// @param connections of the load, as many readers
record PageRow(String name, List<String> addresses, int connections) {

    /// The readers that comparisons are promised to; search is asked one question after the other by a few.
    private static final int READERS = 50;
    private static final int SEARCHERS = 4;

    static PageRow of(String name, List<String> addresses) {
        return new PageRow(name, addresses, name.equals("search") ? SEARCHERS : READERS);
    }

    /// @param ceiling the port of the other gateway
    List<Verdict> measure(Site site, int ceiling) throws IOException, InterruptedException {
        Path file = Files.write(site.stack().file("addresses-" + name + ".txt"), addresses);
        Path script = site.stack().script("pages.lua");
        int gateway = site.stack().port("gateway");
        int warmUp = site.settings().warmUp();
        int seconds = site.settings().seconds();
        var system = new Pages(script, file);
        var other = new Pages(script, file);
        var _ = system.get(gateway, 4, warmUp);
        var _ = other.get(ceiling, 4, warmUp);
        var _ = system.get(gateway, connections, seconds);
        List<Pair<Load>> pairs = new Turns(site.settings().pairs())
                .take(
                        name,
                        () -> system.get(gateway, connections, seconds),
                        () -> other.get(ceiling, connections, seconds),
                        () -> {});
        return verdicts(pairs);
    }

    private List<Verdict> verdicts(List<Pair<Load>> pairs) {
        String rates = "%d connections, p95 %.1f ms, %s".formatted(connections, p95(pairs), Turns.rates(pairs));
        String what = "of the gateway before the same bytes";
        var verdicts = new ArrayList<Verdict>();
        if (name.startsWith("compare-")) {
            double p99 = Medians.median(pairs, pair -> pair.system().p99());
            verdicts.add(Verdict.atLeast(name, what, Turns.ratio(pairs), 0.7, 0.9, rates));
            verdicts.add(Verdict.atMost(name, "p99, ms", p99, 40, 40, rates));
        } else {
            verdicts.add(Verdict.figure(name, what, Turns.ratio(pairs), rates));
        }
        if (name.equals("search")) {
            verdicts.add(Verdict.atMost(name, "p95, ms", p95(pairs), 150, 150, rates));
        }
        return verdicts;
    }

    private static double p95(List<Pair<Load>> pairs) {
        return Medians.median(pairs, pair -> pair.system().p95());
    }
}
