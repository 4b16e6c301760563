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
        report.say("the system runs with " + Stack.running().processes() + ", group protocol " + wish.protocol());
        long end = System.nanoTime() + Duration.ofMinutes(wish.minutes()).toNanos();
        long seed = wish.seed();
        for (int i = 0; i < wish.seeds() || System.nanoTime() < end; i++) {
            seed = i == 0 ? seed : seeds.nextLong() >>> 1;
            for (Catalogue each : wish.scenarios()) {
                if (!each.equals(Catalogue.LOG_REPLACED)) {
                    failures += play(each, wires, seed, report);
                }
            }
        }
        if (wish.scenarios().contains(Catalogue.LOG_REPLACED)) {
            failures += play(Catalogue.LOG_REPLACED, wires, seed, report);
        }
        report.end();
        return failures;
    }

    private static int play(Catalogue scenario, Wires wires, long seed, Report report) throws IOException {
        Played played = Played.of(scenario.key(), scenario.scenario(), wires, seed);
        report.add(played);
        return played.violations().size();
    }
}
