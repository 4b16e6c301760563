package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// Dead letters for a person to look at.
final class DeadLetterQueries {

    static final RowMapper<StoredLetter> ROW = (row, _) -> new StoredLetter(
            row.getLong("id"),
            row.getString("consumer"),
            row.getString("topic"),
            row.getInt("partition"),
            row.getLong("record_offset"),
            row.getBytes("record_key"),
            row.getBytes("headers"),
            row.getBytes("value"),
            row.getString("reason"),
            row.getObject("record_millis", Long.class),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getString("state"),
            row.getBytes("repaired"),
            row.getString("note"),
            instant(row, "decided_at"),
            row.getString("decided_by"),
            row.getString("decided_because"));

    private final JdbcClient jdbc;

    DeadLetterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Optional<StoredLetter> find(long id) {
        return jdbc.sql("SELECT * FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /// The newest first, without their values.
    ///
    /// @param before the id that the page before ended with
    List<StoredLetter> newest(
            @Nullable String state, @Nullable String consumer, @Nullable String topic, long before, int limit) {
        return jdbc.sql("""
                        SELECT id, consumer, topic, partition, record_offset, record_key, headers, NULL::bytea AS value,
                               reason, record_millis, created_at, state, NULL::bytea AS repaired, note, decided_at,
                               decided_by, decided_because
                        FROM dead_letter
                        WHERE id < :before AND (:state::text IS NULL OR state = :state)
                          AND (:consumer::text IS NULL OR consumer = :consumer)
                          AND (:topic::text IS NULL OR topic = :topic)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before)
                .param("state", state)
                .param("consumer", consumer)
                .param("topic", topic)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /// Those nobody has decided about, in the order in which they were set aside.
    List<Long> waiting(Selected which, long after, int limit) {
        List<Long> ids = which.ids();
        String key = which.key();
        return jdbc.sql("""
                        SELECT id FROM dead_letter
                        WHERE state = 'waiting' AND id > :after AND (:consumer::text IS NULL OR consumer = :consumer)
                          AND (:topic::text IS NULL OR topic = :topic)
                          AND (:key::bytea IS NULL OR record_key = :key)
                          AND (:cause::text IS NULL OR reason = :cause)
                          AND (:everyId OR id = ANY (:ids))
                        ORDER BY id LIMIT :limit
                        """)
                .param("after", after)
                .param("consumer", which.consumer())
                .param("topic", which.topic())
                .param("key", key == null ? null : key.getBytes(UTF_8), Types.BINARY)
                .param("cause", which.cause())
                .param("everyId", ids == null)
                .param("ids", new SqlArrayValue("int8", ids == null ? new Object[0] : ids.toArray()))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
