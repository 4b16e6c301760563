package dev.toolverdicts.newsletter.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportRunRepository {

    private static final Duration KEY_KEPT = Duration.ofHours(24);

    /// @param touchedAt when it last moved on
    record Earlier(ImportRun run, byte[] fileHash, Instant touchedAt) {}

    private final JdbcClient jdbc;

    ImportRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the key until the transaction ends: who comes second does not wait, with a connection, for the first.
    ///
    /// @return false when another transaction has it right now
    boolean enter(String actor, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 40))")
                .param("key", actor + "\n" + key)
                .query(Boolean.class)
                .single();
    }

    /// @return empty when the key is taken
    Optional<ImportRun> begin(UUID id, ImportRequest request, Instant now) {
        forgetKeys(now);
        int begun = jdbc.sql("""
                        INSERT INTO subscriber_import (
                            import_id, actor, request_key, file_hash, started_at, touched_at)
                        VALUES (:id, :actor, :key, :hash, :now, :now)
                        ON CONFLICT (actor, request_key) DO NOTHING
                        """)
                .param("id", id)
                .param("actor", request.actor())
                .param("key", request.key())
                .param("hash", request.fileHash())
                .param("now", at(now))
                .update();
        return begun == 1 ? Optional.of(new ImportRun(id, 0, Counts.NONE, false)) : Optional.empty();
    }

    Earlier lock(String actor, @Nullable String key) {
        return jdbc.sql("""
                        SELECT import_id, rows_done, added, known, suppressed, finished_at, file_hash, touched_at
                        FROM subscriber_import WHERE actor = :actor AND request_key = :key FOR UPDATE
                        """)
                .param("actor", actor)
                .param("key", key)
                .query((row, _) -> earlier(row))
                .single();
    }

    void touch(UUID id, Instant now) {
        jdbc.sql("UPDATE subscriber_import SET touched_at = :now WHERE import_id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /// @return false when somebody else has carried it on
    boolean advance(ImportRun from, ImportRun to, Instant now) {
        return jdbc.sql("""
                        UPDATE subscriber_import SET
                            rows_done = :rows, added = :added, known = :known, suppressed = :suppressed, touched_at = :now
                        WHERE import_id = :id AND rows_done = :from AND finished_at IS NULL
                        """)
                        .param("rows", to.rowsDone())
                        .param("added", to.counts().added())
                        .param("known", to.counts().known())
                        .param("suppressed", to.counts().suppressed())
                        .param("now", at(now))
                        .param("id", from.id())
                        .param("from", from.rowsDone())
                        .update()
                == 1;
    }

    void finish(UUID id, Instant now) {
        jdbc.sql("UPDATE subscriber_import SET finished_at = :now WHERE import_id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    // Who imported what when stays; only the key may be used again.
    private void forgetKeys(Instant now) {
        jdbc.sql("""
                        UPDATE subscriber_import SET request_key = NULL WHERE import_id IN (
                            SELECT import_id FROM subscriber_import
                            WHERE request_key IS NOT NULL AND started_at <= :since FOR UPDATE SKIP LOCKED)
                        """).param("since", at(now.minus(KEY_KEPT))).update();
    }

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                new ImportRun(
                        row.getObject("import_id", UUID.class),
                        row.getLong("rows_done"),
                        new Counts(row.getLong("added"), row.getLong("known"), row.getLong("suppressed")),
                        row.getObject("finished_at") != null),
                row.getBytes("file_hash"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
