package dev.toolverdicts.newsletter.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Issues as those who send see them.
@Repository
class EditionQueries {

    private final JdbcClient jdbc;

    EditionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> sending() {
        return jdbc.sql("SELECT issue_id FROM issue WHERE status = 'sending' ORDER BY started_at")
                .query(UUID.class)
                .list();
    }

    Optional<Edition> edition(UUID issueId) {
        return jdbc.sql("SELECT issue_id, iso_week, subject, html, text FROM issue WHERE issue_id = :issue")
                .param("issue", issueId)
                .query((row, _) -> new Edition(
                        row.getObject("issue_id", UUID.class),
                        row.getString("iso_week"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text")))
                .optional();
    }

    /// Whether a row is left that is not settled.
    boolean hasOpen(UUID issueId) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM delivery
                                       WHERE issue_id = :issue AND state IN ('pending', 'claimed', 'at_dot'))
                        """).param("issue", issueId).query(Boolean.class).single();
    }
}
