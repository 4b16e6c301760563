package dev.toolverdicts.review.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The current reviews and, beside them, every text there ever was. Whoever writes holds the
/// panel's lock.
@Repository
class ReviewRepository {

    private final JdbcClient jdbc;
    private final ReviewRow rows;

    ReviewRepository(JdbcClient jdbc, ReviewRow rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// The review in its latest revision, also when it is withdrawn.
    Optional<Review> find(UUID toolId, String criticKey) {
        return jdbc.sql("""
                        SELECT r.tool_id, r.critic_key, r.revision, %s, r.published_at, r.revised_at, r.withdrawn_at
                        FROM review r
                        JOIN review_revision v
                            ON v.tool_id = r.tool_id AND v.critic_key = r.critic_key AND v.revision = r.revision
                        WHERE r.tool_id = :tool AND r.critic_key = :critic
                        """.formatted(ReviewRow.COLUMNS))
                .param("tool", toolId)
                .param("critic", criticKey)
                .query((row, _) -> review(row))
                .optional();
    }

    /// @param reason why it was written, null when nobody says
    void saveRevision(Review review, @Nullable String reason, String author) {
        Map<String, Object> values = values(review, author);
        values.put("model", review.text().model());
        values.put("promptVersion", review.text().promptVersion());
        values.put("citations", rows.citations(review.text()));
        values.put("reason", reason);
        jdbc.sql("""
                        INSERT INTO review (tool_id, critic_key, revision, verdict, score, body, hands_on, author_kind,
                            published_at, revised_at)
                        VALUES (:tool, :critic, :revision, :verdict, :score, :body, :handsOn, :authorKind, :publishedAt,
                            :revisedAt)
                        ON CONFLICT (tool_id, critic_key) DO UPDATE SET
                            revision = excluded.revision,
                            verdict = excluded.verdict,
                            score = excluded.score,
                            body = excluded.body,
                            hands_on = excluded.hands_on,
                            author_kind = excluded.author_kind,
                            revised_at = excluded.revised_at,
                            withdrawn_at = NULL
                        """).params(values).update();
        jdbc.sql("""
                        INSERT INTO review_revision (tool_id, critic_key, revision, verdict, score, body, hands_on, author_kind,
                            model, prompt_version, citations, reason, revised_at, revised_by)
                        VALUES (:tool, :critic, :revision, :verdict, :score, :body, :handsOn, :authorKind, :model,
                            :promptVersion, :citations::jsonb, :reason, :revisedAt, :author)
                        """).params(values).update();
    }

    void saveWithdrawal(Review review, String author) {
        Map<String, Object> values = values(review, author);
        jdbc.sql("UPDATE review SET withdrawn_at = :withdrawnAt WHERE tool_id = :tool AND critic_key = :critic")
                .params(values)
                .update();
        jdbc.sql("""
                        UPDATE review_revision SET withdrawn_at = :withdrawnAt, withdrawn_by = :author
                        WHERE tool_id = :tool AND critic_key = :critic AND revision = :revision
                        """).params(values).update();
    }

    private static Map<String, Object> values(Review review, String author) {
        var values = new HashMap<String, Object>();
        values.put("tool", review.toolId());
        values.put("critic", review.criticKey());
        values.put("revision", review.revision());
        values.put("verdict", review.text().verdict().toString());
        values.put("score", review.text().score());
        values.put("body", review.text().body());
        values.put("handsOn", review.text().handsOn());
        values.put("authorKind", review.text().authorKind().toString());
        values.put("publishedAt", review.publishedAt().atOffset(ZoneOffset.UTC));
        values.put("revisedAt", review.revisedAt().atOffset(ZoneOffset.UTC));
        Instant withdrawnAt = review.withdrawnAt();
        values.put("withdrawnAt", withdrawnAt == null ? null : withdrawnAt.atOffset(ZoneOffset.UTC));
        values.put("author", author);
        return values;
    }

    private Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("tool_id", UUID.class),
                row.getString("critic_key"),
                row.getInt("revision"),
                rows.text(row),
                ReviewRow.instant(row, "published_at"),
                ReviewRow.instant(row, "revised_at"),
                ReviewRow.instantOrNull(row, "withdrawn_at"));
    }
}
