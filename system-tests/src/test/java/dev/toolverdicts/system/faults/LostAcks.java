package dev.toolverdicts.system.faults;

import java.time.Duration;

/// One acknowledgement in five is lost on the wire; its voter sends again what their habit says. Then every connection
/// is half closed, cut, slowed down and held, with votes under way.
///
/// @param habit what a voter without an answer does
record LostAcks(Habit habit) implements Scenario {

    private static final Duration A_WHILE = Duration.ofSeconds(2);

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(30, 3, habit);
        Proxy door = run.wires().door();
        door.answers(new LostAnswers(run.random().split(), 0.2));
        voters.start();
        run.awaitVotes(voters, "with a fifth of the answers lost");
        for (int i = 0; i < 3; i++) {
            door.halfClose();
            run.awaitVotes(voters, "after the half close");
            door.reset();
            run.awaitVotes(voters, "after the cut");
            door.hold();
            run.pause(A_WHILE);
            door.pass();
            door.answers(new LostAnswers(run.random().split(), 0.2));
            run.awaitVotes(voters, "after the black hole");
            door.delay(Duration.ofMillis(run.random().nextInt(5, 100)));
            run.pause(A_WHILE);
            door.delay(Duration.ZERO);
        }
        run.awaitVotes(voters, "at the end");
        long unknown = voters.history().stream()
                .filter(cast -> cast.outcome() == Outcome.UNKNOWN)
                .count();
        run.figure("without an answer", unknown);
        run.check(unknown > 500, "only " + unknown + " answers were lost");
    }
}
