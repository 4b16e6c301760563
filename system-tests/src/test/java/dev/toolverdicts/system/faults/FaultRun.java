package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// The long run, which `system-tests/faults` starts: chosen scenarios, one after the other, with one seed after the
/// other, on one system of its own.
public final class FaultRun {

    private FaultRun() {}

    /// Ends with 1 when anything was wrong.
    public static void main(String[] args) throws IOException {
        Wish wish = Wish.of(List.of(args));
        long failures;
        try (Wires wires = Wires.laid()) {
            System.setProperty(
                    "stack.options",
                    "%s --copies vote-service=%d %s".formatted(wires.options(), wish.copies(), wish.more()));
            if (wish.scenarios().contains(Catalogue.PRODUCER_FORGOTTEN)) {
                System.setProperty(
                        "stack.broker",
                        "producer.id.expiration.ms=%d,producer.id.expiration.check.interval.ms=1000"
                                .formatted(ForgottenProducer.FORGOTTEN_AFTER.toMillis()));
            }
            failures = run(wish, wires, new Report(wish.words()));
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static long run(Wish wish, Wires wires, Report report) throws IOException {
        long failures = 0;
        var seeds = new SplittableRandom(wish.seed());
        Stack.running();
        report.say("the system runs with " + Stack.running().processes());
        long end = System.nanoTime() + Duration.ofMinutes(wish.minutes()).toNanos();
        for (int i = 0; i < wish.seeds() || System.nanoTime() < end; i++) {
            long seed = i == 0 ? wish.seed() : seeds.nextLong();
            for (Catalogue each : wish.scenarios()) {
                Played played = Played.of(each.key(), each.scenario(), wires, seed);
                report.add(played);
                failures += played.violations().size();
            }
        }
        report.end(failures);
        return failures;
    }
}
