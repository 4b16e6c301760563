package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.faults.Violation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How a scenario went with one seed.
///
/// @param hits how often something was broken
/// @param fewest votes acknowledged between two hits
/// @param looks how often the tallies were compared with their votes meanwhile
record Played(
        String name,
        long seed,
        Duration time,
        int hits,
        long fewest,
        long acknowledged,
        int looks,
        List<String> figures,
        List<Violation> violations) {

    /// Whatever happens is a result, also when the scenario cannot go on: the next one is played all the same.
    static Played of(String name, Scenario scenario, Wires wires, long seed) {
        Stack.running();
        long began = System.nanoTime();
        var violations = new ArrayList<Violation>();
        var ledger = new Ledger();
        int looks = 0;
        List<String> figures = List.of();
        try (var run = new Run(wires, seed)) {
            ledger = run.ledger();
            try {
                scenario.play(run);
            } catch (Exception | AssertionError e) {
                violations.add(Violation.other("it could not be played to its end: " + e));
            }
            violations.addAll(run.verdict());
            figures = run.figures();
            looks = run.looks();
        } catch (Exception | AssertionError e) {
            violations.add(Violation.other("it could not be judged: " + e));
        }
        return new Played(
                name,
                seed,
                Duration.ofNanos(System.nanoTime() - began),
                ledger.times(),
                ledger.fewest(),
                ledger.acknowledged(),
                looks,
                List.copyOf(figures),
                List.copyOf(violations));
    }

    long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
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
