package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import java.sql.Connection;
import java.sql.SQLException;

/// Counting is held up by a lock on its positions; meanwhile one voter votes a thousand times on one tool, so that one
/// batch has their key a thousand times.
record OneKey() implements Scenario {

    private static final int TIMES = 1000;

    @Override
    public void play(Run run) throws SQLException {
        Electorate voters = run.voters(2, 1, Habit.FORGET);
        String tool = voters.tools().getFirst();
        Voter voter = voters.voters().getFirst();
        int acked = 0;
        try (Connection connection = new VoteTables(run.stack()).connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE log_position IN EXCLUSIVE MODE");
            voters.voters().getLast().cast(tool, Choice.SHIP);
            for (int i = 0; i < TIMES; i++) {
                Choice choice = i % 3 == 0 ? Choice.NONE : i % 3 == 1 ? Choice.SHIP : Choice.SKIP;
                acked += voter.cast(tool, choice) == Outcome.ACKED ? 1 : 0;
            }
            connection.rollback();
        }
        run.figure("acknowledged while counting stood", acked);
        run.check(acked == TIMES, "only " + acked + " of " + TIMES + " votes were taken while counting stood");
    }
}
