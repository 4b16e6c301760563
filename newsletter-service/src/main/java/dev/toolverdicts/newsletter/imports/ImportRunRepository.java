package dev.toolverdicts.newsletter.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportRunRepository {

    /// @param touchedAt when it last moved on
    record Earlier(ImportRun run, Instant touchedAt) {}

    private final JdbcClient jdbc;

    ImportRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID id, ImportRequest request, Instant now) {
        jdbc.sql("""
                        INSERT INTO subscriber_import (import_id, actor, file_hash, started_at, touched_at)
                        VALUES (:id, :actor, :hash, :now, :now)
                        """)
                .param("id", id)
                .param("actor", request.actor())
                .param("hash", request.fileHash())
                .param("now", at(now))
                .update();
    }

    Earlier lock(UUID id) {
        return jdbc.sql("""
                        SELECT import_id, rows_done, added, known, suppressed, finished_at, touched_at
                        FROM subscriber_import WHERE import_id = :id FOR UPDATE
                        """).param("id", id).query((row, _) -> earlier(row)).single();
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

    private static Earlier earlier(ResultSet row) throws SQLException {
        return new Earlier(
                new ImportRun(
                        row.getObject("import_id", UUID.class),
                        row.getLong("rows_done"),
                        new Counts(row.getLong("added"), row.getLong("known"), row.getLong("suppressed")),
                        row.getObject("finished_at") != null),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
