package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// System and ceiling in turn, so that whatever else the machine does meets both.
record Turns(Settings settings) {

    @FunctionalInterface
    interface Turn {
        Load run(int seconds) throws IOException, InterruptedException;
    }

    /// @param between what has to be over before the other side's turn
    List<Pair> take(String name, Turn system, Turn ceiling, Runnable between) throws IOException, InterruptedException {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < settings.pairs(); i++) {
            Load first = (i % 2 == 0 ? system : ceiling).run(settings.seconds());
            between.run();
            Load second = (i % 2 == 0 ? ceiling : system).run(settings.seconds());
            between.run();
            Pair pair = i % 2 == 0 ? new Pair(first, second) : new Pair(second, first);
            System.out.printf(
                    "  %-20s %s   ceiling %s   ratio %.2f%n", name, pair.system(), pair.ceiling(), pair.ratio());
            if (!pair.system().isClean() || !pair.ceiling().isClean()) {
                throw new IllegalStateException("a run with refused or unanswered requests is no figure");
            }
            pairs.add(pair);
        }
        return pairs;
    }

    static double ratio(List<Pair> pairs) {
        return Medians.median(pairs, Pair::ratio);
    }

    static String rates(List<Pair> pairs) {
        return "%,.0f/s, p50 %.1f, p99 %.1f, p99.9 %.1f ms, of %,.0f/s"
                .formatted(
                        Medians.median(pairs, pair -> pair.system().perSecond()),
                        Medians.median(pairs, pair -> pair.system().p50()),
                        Medians.median(pairs, pair -> pair.system().p99()),
                        Medians.median(pairs, pair -> pair.system().p999()),
                        Medians.median(pairs, pair -> pair.ceiling().perSecond()));
    }
}
