package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/// The copies of vote-service end one after the other, under load. Through the gateway no vote and no read may fail.
///
/// @param killed whether they are killed instead of asked to end
record RollingRestart(int rounds, boolean killed) implements Scenario {

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(30, 3, Habit.FORGET);
        List<String> copies = run.voteServices();
        run.check(copies.size() > 1, "there must be two copies of vote-service");
        BiConsumer<Nemesis, List<String>> end = killed ? Nemesis::kill : Nemesis::terminate;
        voters.start();
        try (var readers = Readers.ofTallies(4, voters.tools(), run.wires().doorUrl())) {
            run.awaitVotes(voters, "before the first restart");
            for (int round = 0; round < rounds; round++) {
                for (String copy : copies) {
                    run.hit(voters, List.of(copy));
                    end.accept(run.nemesis(), List.of(copy));
                    run.nemesis().awaitReady(copies);
                    run.awaitVotes(voters, "after the restart of " + copy);
                    run.pause(Duration.ofSeconds(3));
                }
            }
            run.figure("reads", readers.answers());
            run.check(readers.failures() == 0, "reads were answered " + readers.answers());
        }
        run.check(
                voters.answers().keySet().stream().allMatch(answer -> answer.status() == 202),
                "votes were answered " + voters.answers());
    }
}
