package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
            System.setProperty("stack.options", wires.options() + " --copies vote-service=" + wish.copies());
            System.setProperty("stack.broker", String.join(",", broker(wish)));
            System.setProperty(
                    "stack.environment", "SPRING_KAFKA_CONSUMER_PROPERTIES_GROUP_PROTOCOL=" + wish.protocol());
            failures = run(wish, wires, new Report(wish.words()));
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static List<String> broker(Wish wish) {
        var settings = new ArrayList<String>();
        if (wish.scenarios().contains(Catalogue.PRODUCER_FORGOTTEN)) {
            settings.add("producer.id.expiration.ms=" + ForgottenProducer.FORGOTTEN_AFTER.toMillis());
            settings.add("producer.id.expiration.check.interval.ms=1000");
        }
        // What clients decide in the classic protocol, the same as there.
        settings.add("group.consumer.min.session.timeout.ms=6000");
        settings.add("group.consumer.session.timeout.ms=10000");
        settings.add("group.consumer.min.heartbeat.interval.ms=1000");
        settings.add("group.consumer.heartbeat.interval.ms=2000");
        return settings;
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
