package dev.toolverdicts.newsletter.issue;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CorrectionRepository {

    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Issue corrected, String note) {
        jdbc.sql("""
                        INSERT INTO issue_correction (issue_id, version, noted_at, note)
                        VALUES (:issue, :version, :at, :note)
                        """)
                .param("issue", corrected.id())
                .param("version", corrected.version())
                .param("at", corrected.updatedAt().atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }

    /// Oldest first.
    List<Correction> of(UUID issueId) {
        return jdbc.sql("SELECT note, noted_at FROM issue_correction WHERE issue_id = :issue ORDER BY version")
                .param("issue", issueId)
                .query((row, _) -> new Correction(
                        row.getString("note"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
