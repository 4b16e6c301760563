package dev.toolverdicts.vote.count;

import dev.toolverdicts.platform.messaging.Received;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/// The ceiling: the plain upsert of votes and tallies, driven by nothing but JDBC on one connection.
final class BareLoop implements AutoCloseable {

    private static final String POSITION = """
            UPDATE log_position SET next_offset = ?
            WHERE consumer = 'vote-counter' AND topic = 'vote.cast.v1' AND partition = ?
            """;
    private static final String COUNT = """
            WITH vote AS (
                INSERT INTO votes AS v (tool_id, voter_id, choice, log_partition, log_offset, cast_at)
                SELECT tool_id, voter_id, choice, ?, log_offset,
                       timestamptz 'epoch' + cast_micros * interval '1 microsecond'
                FROM unnest(?, ?, ?, ?, ?) AS cast_vote (tool_id, voter_id, choice, log_offset, cast_micros)
                ORDER BY tool_id, voter_id
                ON CONFLICT (tool_id, voter_id) DO UPDATE SET
                    choice = excluded.choice, log_offset = excluded.log_offset, cast_at = excluded.cast_at
                WHERE v.log_offset < excluded.log_offset
                RETURNING v.tool_id, coalesce(old.choice, 'none') AS before, new.choice AS after
            ), delta AS (
                SELECT tool_id,
                       sum((after = 'ship')::int - (before = 'ship')::int) AS ships,
                       sum((after = 'skip')::int - (before = 'skip')::int) AS skips
                FROM vote GROUP BY tool_id
            )
            INSERT INTO tallies AS t (tool_id, ships, skips, version, updated_at)
            SELECT tool_id, ships, skips, 1, now() FROM delta WHERE ships <> 0 OR skips <> 0 ORDER BY tool_id
            ON CONFLICT (tool_id) DO UPDATE SET
                ships = t.ships + excluded.ships, skips = t.skips + excluded.skips,
                version = t.version + 1, updated_at = excluded.updated_at
            """;

    private final Connection connection;
    private final PreparedStatement position;
    private final PreparedStatement count;

    BareLoop(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        position = connection.prepareStatement(POSITION);
        count = connection.prepareStatement(COUNT);
    }

    void count(List<Received<CastVote>> batch) {
        try {
            position.setLong(1, batch.getLast().offset() + 1);
            position.setInt(2, batch.getFirst().partition());
            position.executeUpdate();
            count.setInt(1, batch.getFirst().partition());
            count.setArray(2, array("uuid", batch, vote -> vote.data().toolId()));
            count.setArray(3, array("uuid", batch, vote -> vote.data().voterId()));
            count.setArray(4, array("text", batch, vote -> vote.data().choice().toString()));
            count.setArray(5, array("int8", batch, Received::offset));
            count.setArray(
                    6,
                    array(
                            "int8",
                            batch,
                            vote -> ChronoUnit.MICROS.between(
                                    Instant.EPOCH, vote.data().castAt())));
            count.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Array array(String type, List<Received<CastVote>> batch, Function<Received<CastVote>, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, batch.stream().map(value).toArray());
    }

    @Override
    public void close() {
        try (connection) {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
