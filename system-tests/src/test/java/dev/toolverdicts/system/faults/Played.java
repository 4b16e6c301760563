package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a scenario went with one seed.
record Played(String name, long seed, Duration time, List<String> figures, List<String> violations) {

    /// Whatever happens is a result, also when the scenario cannot go on: the next one is played all the same.
    static Played of(String name, Scenario scenario, Wires wires, long seed) {
        Stack.running();
        long began = System.nanoTime();
        var violations = new ArrayList<String>();
        List<String> figures = List.of();
        try (var run = new Run(wires, seed)) {
            try {
                scenario.play(run);
            } catch (Exception | AssertionError e) {
                violations.add("it could not be played to its end: " + e);
            }
            violations.addAll(run.verdict());
            figures = run.figures();
        } catch (Exception | AssertionError e) {
            violations.add("it could not be judged: " + e);
        }
        return new Played(
                name, seed, Duration.ofNanos(System.nanoTime() - began), List.copyOf(figures), List.copyOf(violations));
    }

    String words() {
        return "%s, seed %d, %d s: %s%n  %s"
                .formatted(
                        name,
                        seed,
                        time.toSeconds(),
                        violations.isEmpty() ? "0 violations" : violations.size() + " VIOLATIONS",
                        String.join("; ", figures));
    }
}
