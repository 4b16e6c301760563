package dev.toolverdicts.catalog.tool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The releases of tools. Whoever writes holds the tool.
@Repository
class ReleaseRepository {

    private final JdbcClient jdbc;

    ReleaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Case does not tell two labels apart.
    Optional<ToolRelease> find(UUID toolId, String label) {
        return jdbc.sql("""
                        SELECT release_id, label, released_on, source_url FROM tool_release
                        WHERE tool_id = :tool AND lower(label) = lower(:label)
                        """)
                .param("tool", toolId)
                .param("label", label.replace("\0", ""))
                .query((row, _) -> release(row))
                .optional();
    }

    private static ToolRelease release(ResultSet row) throws SQLException {
        return new ToolRelease(
                row.getObject("release_id", UUID.class),
                row.getString("label"),
                row.getObject("released_on", LocalDate.class),
                row.getString("source_url"));
    }

    /// A release that is there keeps its id and its label.
    void save(UUID toolId, ToolRelease release, Instant now) {
        jdbc.sql("""
                        INSERT INTO tool_release (tool_id, label, release_id, released_on, source_url, added_at)
                        VALUES (:tool, :label, :id, :releasedOn, :source, :now)
                        ON CONFLICT (release_id) DO UPDATE
                        SET released_on = excluded.released_on, source_url = excluded.source_url
                        """)
                .param("tool", toolId)
                .param("label", release.label())
                .param("id", release.releaseId())
                .param("releasedOn", release.releasedOn())
                .param("source", release.sourceUrl())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID releaseId) {
        jdbc.sql("DELETE FROM tool_release WHERE release_id = :id")
                .param("id", releaseId)
                .update();
    }
}
