package dev.toolverdicts.newsletter.issue;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who did what to an issue.
@Repository
class AuditRepository {

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> lastEditor(UUID issueId) {
        return jdbc.sql("""
                        SELECT actor FROM issue_audit WHERE issue_id = :issue AND action = 'edit'
                        ORDER BY version DESC LIMIT 1
                        """).param("issue", issueId).query(String.class).optional();
    }

    void note(Issue after, @Nullable IssueStatus before, String actor, String action, @Nullable String detail) {
        jdbc.sql("""
                        INSERT INTO issue_audit (issue_id, version, at, actor, action, from_status, to_status, detail)
                        VALUES (:issue, :version, :at, :actor, :action, :from, :to, :detail)
                        """)
                .param("issue", after.id())
                .param("version", after.version())
                .param("at", after.updatedAt().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("from", before == null ? null : before.toString())
                .param("to", after.status().toString())
                .param("detail", detail)
                .update();
    }
}
