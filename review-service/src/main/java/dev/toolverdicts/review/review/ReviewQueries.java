package dev.toolverdicts.review.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class ReviewQueries {

    /// When a verdict turned, and why, is told by the revisions: there is no column that a copy of
    /// an older version could leave behind.
    private static final String CURRENT = """
            SELECT c.critic_key, c.name, c.role_label, %s, r.revision, r.published_at, r.revised_at,
                turn.previous_verdict, coalesce(turn.turned_at, r.published_at) AS verdict_since, turn.change_reason,
                helpful.said_yes, helpful.said_no,
                (SELECT latest_release_on FROM known_tool WHERE known_tool.tool_id = r.tool_id) AS released_on
            FROM review r
            JOIN critic c USING (critic_key)
            JOIN review_revision v ON v.tool_id = r.tool_id AND v.critic_key = r.critic_key AND v.revision = r.revision
            LEFT JOIN LATERAL (
                SELECT earlier.verdict AS previous_verdict, later.revised_at AS turned_at, later.reason AS change_reason
                FROM review_revision later
                JOIN review_revision earlier ON earlier.tool_id = later.tool_id
                    AND earlier.critic_key = later.critic_key AND earlier.revision = later.revision - 1
                WHERE later.tool_id = r.tool_id AND later.critic_key = r.critic_key
                    AND later.verdict <> earlier.verdict
                ORDER BY later.revision DESC
                LIMIT 1) AS turn ON true
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE a.answer = 'yes') AS said_yes,
                    count(*) FILTER (WHERE a.answer = 'no') AS said_no
                FROM helpful_answer a
                WHERE a.tool_id = r.tool_id AND a.critic_key = r.critic_key AND a.revision = r.revision) AS helpful
            WHERE r.tool_id = :tool AND r.withdrawn_at IS NULL
            """.formatted(ReviewRow.COLUMNS);

    record Reviews(List<Take> takes, int critics, Instant asOf) {}

    private final JdbcClient jdbc;
    private final ReviewRow rows;

    ReviewQueries(JdbcClient jdbc, ReviewRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// The current reviews of a tool in the panel's order.
    List<Take> takes(UUID toolId) {
        return jdbc.sql(CURRENT + "ORDER BY c.position, c.critic_key")
                .param("tool", toolId)
                .query((row, _) -> take(row))
                .list();
    }

    int critics() {
        return jdbc.sql("SELECT count(*) FROM critic").query(Integer.class).single();
    }

    /// One snapshot, so that the reviews and their time belong together.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Reviews reviews(UUID toolId) {
        Instant asOf = jdbc.sql("SELECT updated_at FROM panel WHERE tool_id = :tool")
                .param("tool", toolId)
                .query((row, _) -> ReviewRow.instant(row, "updated_at"))
                .single();
        return new Reviews(takes(toolId), critics(), asOf);
    }

    public Optional<Take> take(UUID toolId, String criticKey) {
        return jdbc.sql(CURRENT + "AND r.critic_key = :critic")
                .param("tool", toolId)
                .param("critic", criticKey)
                .query((row, _) -> take(row))
                .optional();
    }

    /// Every text of a current review, the latest first; none when there is no current review.
    public List<Revision> revisions(UUID toolId, String criticKey) {
        return jdbc.sql("""
                        SELECT %s, v.revision, v.reason, v.revised_at, v.withdrawn_at,
                            lag(v.verdict) OVER (ORDER BY v.revision) AS previous_verdict
                        FROM review r JOIN review_revision v ON v.tool_id = r.tool_id AND v.critic_key = r.critic_key
                        WHERE r.tool_id = :tool AND r.critic_key = :critic AND r.withdrawn_at IS NULL
                        ORDER BY v.revision DESC
                        """.formatted(ReviewRow.COLUMNS))
                .param("tool", toolId)
                .param("critic", criticKey)
                .query((row, _) -> revision(row))
                .list();
    }

    private Take take(ResultSet row) throws SQLException {
        ReviewText text = rows.text(row);
        Instant revisedAt = ReviewRow.instant(row, "revised_at");
        return new Take(
                row.getString("critic_key"),
                row.getString("name"),
                row.getString("role_label"),
                text.verdict(),
                text.score(),
                text.body(),
                text.handsOn(),
                text.authorKind(),
                text.model(),
                text.promptVersion(),
                text.citations(),
                row.getInt("revision"),
                ReviewRow.instant(row, "published_at"),
                revisedAt,
                Freshness.dueAt(revisedAt, row.getObject("released_on", LocalDate.class)),
                ReviewRow.verdictOrNull(row, "previous_verdict"),
                ReviewRow.instant(row, "verdict_since"),
                row.getString("change_reason"),
                row.getInt("said_yes"),
                row.getInt("said_no"));
    }

    private Revision revision(ResultSet row) throws SQLException {
        ReviewText text = rows.text(row);
        Instant withdrawnAt = ReviewRow.instantOrNull(row, "withdrawn_at");
        return new Revision(
                row.getInt("revision"),
                text.verdict(),
                ReviewRow.verdictOrNull(row, "previous_verdict"),
                text.score(),
                withdrawnAt == null ? text.body() : null,
                text.handsOn(),
                text.authorKind(),
                text.model(),
                text.promptVersion(),
                withdrawnAt == null ? text.citations() : List.of(),
                row.getString("reason"),
                ReviewRow.instant(row, "revised_at"),
                withdrawnAt);
    }
}
