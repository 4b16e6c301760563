package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Kafka cannot be reached for a minute: every vote is answered within three seconds, with 503 and when to come again;
/// afterwards votes are taken as before and nothing is stuck.
///
/// @param silent whether connections stay and nothing comes back, instead of being refused
record LogAway(boolean silent) implements Scenario {

    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(10);

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(20, 3, Habit.SAME);
        int threads = run.threads();
        voters.start();
        run.awaitVotes(voters, "before the outage");
        Proxy log = run.wires().log();
        if (silent) {
            log.hold();
        } else {
            log.cut();
        }
        long slowest = 0;
        int probes = 0;
        long end = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() < end) {
            slowest = Math.max(slowest, probe(run, voters.tools().getFirst(), probes == 0));
            probes++;
            run.pause(Duration.ofMillis(500));
        }
        run.figure("probes", probes);
        run.figure("slowest ms", slowest / 1_000_000);
        log.pass();
        long began = System.nanoTime();
        run.awaitVotes(voters, "after the outage");
        long back = System.nanoTime() - began;
        run.figure("a thousand votes after ms", back / 1_000_000);
        run.check(back < BACK_WITHIN.toNanos(), "votes were taken only %d ms later".formatted(back / 1_000_000));
        run.checkThreads(threads);
    }

    /// @param first one may still be in time for what was under way
    private static long probe(Run run, String tool, boolean first) {
        long began = System.nanoTime();
        HttpResponse<String> answer = new Visitor().put("/api/v1/tools/" + tool + "/vote", Choice.SHIP.json());
        long took = System.nanoTime() - began;
        run.check(took < ANSWERED_WITHIN.toNanos(), "an answer took %d ms".formatted(took / 1_000_000));
        run.check(first || answer.statusCode() == 503, "without the log a vote is answered " + answer.statusCode());
        run.check(
                answer.statusCode() != 503
                        || answer.headers().firstValue("retry-after").isPresent(),
                "503 without Retry-After");
        return took;
    }
}
