package dev.toolverdicts.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.system.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What watches the tallies through the faults sees a wrong one.
class TallyWatchIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO tallies VALUES (gen_random_uuid(), 1, 0, 0, 0, 1, now())",
                "INSERT INTO votes VALUES (gen_random_uuid(), gen_random_uuid(), 'skip', 0, 0, now())",
                "INSERT INTO tally_days VALUES (gen_random_uuid(), current_date, 'device', 1, 0, 0, 0)",
                """
                WITH tool AS (INSERT INTO tallies VALUES (gen_random_uuid(), 0, 1, 0, 0, 1, now()) RETURNING tool_id)
                INSERT INTO votes SELECT tool_id, gen_random_uuid(), 'ship', 0, 0, now() FROM tool
                """
            })
    void aTallyThatIsNotTheCountOfItsVotesIsSeen(String damage) throws SQLException {
        try (var watch = new TallyWatch(Stack.running());
                Connection connection = watch.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(damage);
                assertThat(TallyWatch.differences(connection)).hasSize(1);
            } finally {
                connection.rollback();
            }
            assertThat(TallyWatch.differences(connection)).isEmpty();
        }
    }
}
