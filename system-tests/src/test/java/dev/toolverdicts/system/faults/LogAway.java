package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.List;

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
        long began = System.nanoTime();
        run.pause(AWAY);
        long ended = System.nanoTime();
        log.pass();
        run.awaitVotes(voters, "after the outage");
        long back = System.nanoTime() - ended;
        run.figure("a thousand votes after ms", back / 1_000_000);
        run.check(back < BACK_WITHIN.toNanos(), "votes were taken only %d ms later".formatted(back / 1_000_000));
        run.checkThreads(threads);
        answered(run, voters, began, ended);
    }

    private static void answered(Run run, Electorate voters, long began, long ended) {
        List<Cast> meanwhile = voters.history().stream()
                .filter(cast -> cast.invoked() > began && cast.invoked() < ended)
                .toList();
        long slowest = meanwhile.stream()
                .mapToLong(cast -> cast.completed() - cast.invoked())
                .max()
                .orElse(0);
        // Who began a moment before the end may be answered after it.
        long taken = meanwhile.stream()
                .filter(cast -> cast.acked() && cast.completed() < ended)
                .count();
        run.figure("answers meanwhile", meanwhile.size());
        run.figure("slowest ms", slowest / 1_000_000);
        run.check(slowest < ANSWERED_WITHIN.toNanos(), "an answer took %d ms".formatted(slowest / 1_000_000));
        run.check(taken == 0, taken + " votes were acknowledged without the log");
        run.check(
                voters.answers().keySet().stream().allMatch(answer -> answer.status() == 202 || answer.status() == 503),
                "votes were answered " + voters.answers());
        int withoutAdvice =
                voters.voters().stream().mapToInt(Voter::withoutAdvice).sum();
        run.check(withoutAdvice == 0, withoutAdvice + " times 503 without Retry-After");
    }
}
