package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The current reviews and, beside them, every text there ever was. Whoever writes holds the panel's lock.
@Repository
class ReviewRepository {

    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The review in its latest revision, also when it is withdrawn.
    Optional<Review> find(UUID toolId, String criticKey) {
        return jdbc.sql("SELECT * FROM review WHERE tool_id = :tool AND critic_key = :critic")
                .param("tool", toolId)
                .param("critic", criticKey)
                .query((row, _) -> review(row))
                .optional();
    }

    void saveRevision(Review review, String author) {
        Map<String, Object> values = values(review, author);
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
                            revised_at, revised_by)
                        VALUES (:tool, :critic, :revision, :verdict, :score, :body, :handsOn, :authorKind, :revisedAt, :author)
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

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("tool_id", UUID.class),
                row.getString("critic_key"),
                row.getInt("revision"),
                new ReviewText(
                        Verdict.of(row.getString("verdict")).orElseThrow(),
                        row.getInt("score"),
                        row.getString("body"),
                        row.getBoolean("hands_on"),
                        AuthorKind.of(row.getString("author_kind")).orElseThrow()),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("revised_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("withdrawn_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
