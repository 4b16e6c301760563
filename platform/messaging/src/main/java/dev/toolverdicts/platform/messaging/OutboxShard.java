package dev.toolverdicts.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One shard of the outbox, held by a session lock. Reading and deleting use the connection that holds
/// the lock, so a relay that lost its session can neither read nor delete any more.
final class OutboxShard implements AutoCloseable {

    /// Opens a connection outside the pool: it lives as long as the relay owns the shard.
    @FunctionalInterface
    interface ConnectionSource {
        Connection open() throws SQLException;
    }

    private static final int LOCK_SPACE = 0x6f757462;
    private static final int MAX_ROWS = 500;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Connection connection;
    private final int shard;

    private OutboxShard(Connection connection, int shard) {
        this.connection = connection;
        this.shard = shard;
    }

    /// Opens the session that may take the shard. The server ends a session that has been silent for
    /// `silence`, so the shard of a frozen process becomes free although its connection stays open.
    static OutboxShard open(ConnectionSource source, int shard, Duration silence) throws SQLException {
        Connection connection = source.open();
        try (var statement = connection.createStatement()) {
            statement.execute("SET idle_session_timeout = " + silence.toMillis());
            return new OutboxShard(connection, shard);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Takes the shard if nobody has it.
    boolean take() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT pg_try_advisory_lock(%d, %d)".formatted(LOCK_SPACE, shard))) {
            return result.next() && result.getBoolean(1);
        }
    }

    List<OutboxRow> oldest() throws SQLException {
        // The running total keeps a batch of large rows from filling the heap; the first row always passes. A pause is
        // asked for in the same breath, so that it holds for every copy with the next batch.
        String sql = """
                SELECT id, topic, record_key, headers, value
                FROM (SELECT *, sum(coalesce(octet_length(value), 0)) OVER (ORDER BY id) AS total,
                             row_number() OVER (ORDER BY id) AS place
                      FROM (SELECT * FROM outbox
                            WHERE shard = ?
                              AND NOT EXISTS (SELECT 1 FROM operation_switch WHERE name = 'relay' AND paused)
                            ORDER BY id LIMIT ?) oldest) counted
                WHERE total <= ? OR place = 1
                ORDER BY id
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, shard);
            statement.setInt(2, MAX_ROWS);
            statement.setInt(3, MAX_BYTES);
            try (ResultSet rows = statement.executeQuery()) {
                var oldest = new ArrayList<OutboxRow>();
                while (rows.next()) {
                    oldest.add(new OutboxRow(
                            rows.getLong("id"),
                            shard,
                            rows.getString("topic"),
                            rows.getBytes("record_key"),
                            HeaderBytes.read(rows.getBytes("headers")),
                            rows.getBytes("value")));
                }
                return oldest;
            }
        }
    }

    void delete(List<OutboxRow> sent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(OutboxRow::id).toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
