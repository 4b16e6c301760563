package dev.toolverdicts.system.faults;

import java.time.Duration;
import java.util.List;

/// Every copy counts votes on the same two tools, and copies are killed and frozen while they do.
record HotTools() implements Scenario {

    private static final int HITS = 8;

    @Override
    public void play(Run run) throws InterruptedException {
        Electorate voters = run.voters(60, 2, Habit.FORGET);
        List<String> copies = run.voteServices();
        run.check(copies.size() > 1, "there must be two copies of vote-service");
        voters.start();
        run.awaitVotes(voters, "before the first fault");
        for (int i = 0; i < HITS; i++) {
            String victim = copies.get(i % copies.size());
            run.nemesis().awaitReady(copies);
            run.hit(voters, List.of(victim));
            if (run.random().nextInt(3) == 0) {
                try (var _ = run.nemesis().freeze(List.of(victim))) {
                    run.pause(Duration.ofMillis(run.random().nextInt(2_000, 8_000)));
                }
            } else {
                run.nemesis().kill(List.of(victim));
            }
            run.awaitVotes(voters, "after the fault of " + victim);
        }
        run.nemesis().awaitReady(copies);
    }
}
