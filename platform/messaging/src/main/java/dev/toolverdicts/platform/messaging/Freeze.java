package dev.toolverdicts.platform.messaging;

import dev.toolverdicts.platform.messaging.LogPositionRepository.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Holds live consumers at their positions for a moment, on a connection of its own: what they would write waits, and
/// nothing that anybody reads does.
final class Freeze implements AutoCloseable {

    private final Connection connection;
    private final List<Stored> positions;

    private Freeze(Connection connection, List<Stored> positions) {
        this.connection = connection;
        this.positions = positions;
    }

    @SuppressWarnings("resource")
    static Freeze of(DataSource database, Collection<String> consumers) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                return new Freeze(connection, new LogPositionRepository(jdbc).lock(consumers));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    List<Stored> positions() {
        return positions;
    }

    /// Lets them go on.
    ///
    /// @throws DataAccessResourceFailureException when the database had already done so
    void release() {
        try {
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Back to the pool, which undoes what is open.
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static DataAccessResourceFailureException failure(SQLException cause) {
        return new DataAccessResourceFailureException("positions are not held still", cause);
    }
}
