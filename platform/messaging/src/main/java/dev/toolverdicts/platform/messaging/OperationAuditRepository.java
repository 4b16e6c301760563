package dev.toolverdicts.platform.messaging;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What operators did. The database refuses to change a row.
final class OperationAuditRepository {

    private static final RowMapper<AuditEntry> ROW = (row, _) -> new AuditEntry(
            row.getLong("id"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("reason"),
            row.getString("detail"));

    private final JdbcClient jdbc;

    OperationAuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the transaction of what it tells about.
    void add(Act act, String action, String subject, @Nullable String detail) {
        jdbc.sql("""
                        INSERT INTO operation_audit (actor, action, subject, reason, detail)
                        VALUES (:actor, :action, :subject, :reason, :detail)
                        """)
                .param("actor", act.actor())
                .param("action", action)
                .param("subject", subject)
                .param("reason", act.reason())
                .param("detail", detail)
                .update();
    }

    /// @param before the id that the page before ended with
    List<AuditEntry> newest(long before, int limit) {
        return jdbc.sql("SELECT * FROM operation_audit WHERE id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<AuditEntry> of(String subject) {
        return jdbc.sql("SELECT * FROM operation_audit WHERE subject = :subject ORDER BY id DESC LIMIT 100")
                .param("subject", subject)
                .query(ROW)
                .list();
    }
}
