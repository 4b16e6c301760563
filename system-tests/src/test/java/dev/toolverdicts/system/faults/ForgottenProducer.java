package dev.toolverdicts.system.faults;

import java.time.Duration;

/// Nobody votes for so long that the broker forgets the id of the producer; then votes go on as if nothing had been.
/// The broker must forget sooner than by default, see [FaultRun].
record ForgottenProducer() implements Scenario {

    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(4, 2, Habit.FORGET);
        vote(run, voters, 50);
        for (int i = 0; i < 3; i++) {
            run.pause(FORGOTTEN_AFTER.multipliedBy(2));
            vote(run, voters, 50);
        }
    }

    private static void vote(Run run, Electorate voters, int times) {
        for (int i = 0; i < times; i++) {
            for (Voter voter : voters.voters()) {
                Outcome outcome = voter.vote();
                run.check(outcome == Outcome.ACKED, "a vote ended " + outcome + " after the silence");
            }
        }
    }
}
