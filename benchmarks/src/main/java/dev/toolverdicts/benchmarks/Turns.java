package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// System and ceiling in turn, so that whatever else the machine does meets both.
///
/// @param pairs how often both have their turn
record Turns(int pairs) {

    @FunctionalInterface
    interface Turn<R extends Run> {
        R run() throws IOException, InterruptedException;
    }

    /// @param between what has to be over before the other side's turn
    <R extends Run> List<Pair<R>> take(String name, Turn<R> system, Turn<R> ceiling, Runnable between)
            throws IOException, InterruptedException {
        var taken = new ArrayList<Pair<R>>();
        for (int i = 0; i < pairs; i++) {
            R first = (i % 2 == 0 ? system : ceiling).run();
            between.run();
            R second = (i % 2 == 0 ? ceiling : system).run();
            between.run();
            Pair<R> pair = i % 2 == 0 ? new Pair<>(first, second) : new Pair<>(second, first);
            System.out.printf(
                    "  %-20s %s   ceiling %s   ratio %.2f%n", name, pair.system(), pair.ceiling(), pair.ratio());
            if (!pair.system().isClean() || !pair.ceiling().isClean()) {
                throw new IllegalStateException("no figure: something was refused, lost or doubled");
            }
            taken.add(pair);
        }
        return taken;
    }

    static <R extends Run> double ratio(List<Pair<R>> pairs) {
        return Medians.median(pairs, Pair::ratio);
    }

    static String rates(List<Pair<Load>> pairs) {
        return "%,.0f/s, p50 %.1f, p99 %.1f, p99.9 %.1f ms, of %,.0f/s"
                .formatted(
                        Medians.median(pairs, pair -> pair.system().perSecond()),
                        Medians.median(pairs, pair -> pair.system().p50()),
                        Medians.median(pairs, pair -> pair.system().p99()),
                        Medians.median(pairs, pair -> pair.system().p999()),
                        Medians.median(pairs, pair -> pair.ceiling().perSecond()));
    }
}
