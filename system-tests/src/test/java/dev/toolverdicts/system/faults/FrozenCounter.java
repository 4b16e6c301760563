package dev.toolverdicts.system.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// A copy stands still inside its transaction, longer than the database waits for it (5 s) and than its partitions
/// stay with it (10 s); another copy counts on. Then it is woken and believes that no time has passed.
record FrozenCounter() implements Scenario {

    private static final Duration UNTIL_PARTITIONS_MOVED = Duration.ofSeconds(14);
    private static final Duration A_MOMENT = Duration.ofMillis(400);
    private static final int TRIES = 60;

    @Override
    public void play(Run run) throws InterruptedException, SQLException {
        Electorate voters = run.voters(40, 2, Habit.FORGET);
        voters.start();
        List<String> copies = run.voteServices();
        run.check(copies.size() > 1, "there must be two copies of vote-service");
        int inside = 0;
        for (String copy : copies) {
            run.awaitVotes(voters, "before " + copy + " freezes");
            inside += freezeInside(run, copy) ? 1 : 0;
            run.awaitVotes(voters, "after " + copy + " was woken");
            run.nemesis().awaitReady(copies);
        }
        run.figure("frozen inside a transaction", inside + " of " + copies.size());
        run.check(inside > 0, "no copy was caught inside its transaction");
    }

    /// @return whether it was caught there; else it is frozen all the same
    private static boolean freezeInside(Run run, String copy) throws InterruptedException, SQLException {
        var tables = new VoteTables(run.stack());
        for (int i = 1; i <= TRIES; i++) {
            try (var _ = run.nemesis().freeze(List.of(copy))) {
                run.pause(A_MOMENT);
                boolean caught = tables.isStuck();
                if (caught || i == TRIES) {
                    run.pause(UNTIL_PARTITIONS_MOVED);
                    run.check(!tables.isStuck(), copy + " keeps its transaction open while it is frozen");
                    return caught;
                }
            }
            run.pause(Duration.ofMillis(run.random().nextInt(20, 120)));
        }
        return false;
    }
}
