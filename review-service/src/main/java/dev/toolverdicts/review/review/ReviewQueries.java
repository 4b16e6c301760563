package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class ReviewQueries {

    private static final String CURRENT = """
            SELECT c.critic_key, c.name, c.role_label, r.verdict, r.score, r.body, r.hands_on, r.author_kind, r.revision,
                r.published_at, r.revised_at
            FROM review r JOIN critic c USING (critic_key)
            WHERE r.tool_id = :tool AND r.withdrawn_at IS NULL
            """;

    record Reviews(List<Take> takes, int critics, Instant asOf) {}

    private final JdbcClient jdbc;

    ReviewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                .query((row, _) -> instant(row, "updated_at"))
                .single();
        return new Reviews(takes(toolId), critics(), asOf);
    }

    Optional<Take> take(UUID toolId, String criticKey) {
        return jdbc.sql(CURRENT + "AND r.critic_key = :critic")
                .param("tool", toolId)
                .param("critic", criticKey)
                .query((row, _) -> take(row))
                .optional();
    }

    private static Take take(ResultSet row) throws SQLException {
        return new Take(
                row.getString("critic_key"),
                row.getString("name"),
                row.getString("role_label"),
                Verdict.of(row.getString("verdict")).orElseThrow(),
                row.getInt("score"),
                row.getString("body"),
                row.getBoolean("hands_on"),
                AuthorKind.of(row.getString("author_kind")).orElseThrow(),
                row.getInt("revision"),
                instant(row, "published_at"),
                instant(row, "revised_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
