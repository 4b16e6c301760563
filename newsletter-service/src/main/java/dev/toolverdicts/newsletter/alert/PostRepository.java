package dev.toolverdicts.newsletter.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostRepository {

    /// A delivery as its receiver sees it.
    ///
    /// @param sequence as in the post itself
    record Row(
            long sequence,
            UUID id,
            String state,
            int attempts,
            @Nullable String lastAnswer,
            Instant updatedAt) {}

    private final JdbcClient jdbc;

    PostRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes what is due, of subscribers and tools that are still there. Each comes again after the lease, unless
    /// its taker says before what became of it.
    List<Post> take(int most, Instant now, Duration lease) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT delivery_no FROM alert_delivery
                            WHERE state = 'pending' AND next_attempt_at <= :now
                            ORDER BY next_attempt_at, delivery_no LIMIT :most FOR UPDATE SKIP LOCKED),
                        taken AS (
                            UPDATE alert_delivery d SET
                                attempts = attempts + 1, next_attempt_at = :until,
                                first_attempt_at = coalesce(first_attempt_at, :now), updated_at = :now
                            FROM due WHERE d.delivery_no = due.delivery_no
                            RETURNING d.*)
                        SELECT d.delivery_no, d.webhook_id, w.url, w.secret_number, w.secret_changed_at, d.change_id, c.kind,
                            t.slug, t.name, c.critic, c.from_value, c.to_value, c.since, d.attempts, d.first_attempt_at
                        FROM taken d JOIN alert_webhook w USING (webhook_id) JOIN subscriber s USING (subscriber_id)
                            JOIN alert_change c USING (change_id) JOIN digest_tool t USING (tool_id)
                        WHERE s.status = 'confirmed' AND s.suppressed IS NULL AND NOT t.taken_down
                        ORDER BY d.delivery_no
                        """)
                .param("until", at(now.plus(lease)))
                .param("now", at(now))
                .param("most", most)
                .query((row, _) -> post(row))
                .list();
    }

    /// Whoever has left gets nothing more, also not after coming back.
    void dropOfWhoLeft(Instant now) {
        jdbc.sql("""
                        UPDATE alert_delivery d SET state = 'failed', last_answer = 'unsubscribed', updated_at = :now
                        FROM alert_webhook w JOIN subscriber s USING (subscriber_id)
                        WHERE d.state = 'pending' AND d.webhook_id = w.webhook_id
                          AND (s.status <> 'confirmed' OR s.suppressed IS NOT NULL)
                        """).param("now", at(now)).update();
    }

    /// Of a tool that was taken down nothing is told, also when a replay is asked for.
    void dropOfToolsTakenDown(Instant now) {
        jdbc.sql("""
                        UPDATE alert_delivery d SET state = 'failed', last_answer = 'taken down', updated_at = :now
                        FROM alert_change c JOIN digest_tool t USING (tool_id)
                        WHERE d.state = 'pending' AND d.change_id = c.change_id AND t.taken_down
                        """).param("now", at(now)).update();
    }

    void settle(Post post, String state, Instant next, String answer, Instant now) {
        jdbc.sql("""
                        UPDATE alert_delivery SET
                            state = :state, next_attempt_at = :next, last_answer = :answer, updated_at = :now
                        WHERE delivery_no = :sequence AND attempts = :attempts
                        """)
                .param("state", state)
                .param("next", at(next))
                .param("answer", answer)
                .param("now", at(now))
                .param("sequence", post.sequence())
                .param("attempts", post.attempts())
                .update();
    }

    List<Row> after(UUID webhookId, long sequence, int most) {
        return jdbc.sql("""
                        SELECT delivery_no, change_id, state, attempts, last_answer, updated_at FROM alert_delivery
                        WHERE webhook_id = :webhook AND delivery_no > :sequence ORDER BY delivery_no LIMIT :most
                        """)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .param("most", most)
                .query((row, _) -> new Row(
                        row.getLong("delivery_no"),
                        row.getObject("change_id", UUID.class),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("last_answer"),
                        instant(row, "updated_at")))
                .list();
    }

    /// What a webhook was or will be told after a sequence, in its order. A tool that is not shown any
    /// more is left out.
    List<Post> events(UUID webhookId, long sequence, int most) {
        return jdbc.sql("""
                        SELECT d.delivery_no, d.webhook_id, w.url, w.secret_number, w.secret_changed_at, d.change_id, c.kind,
                            t.slug, t.name, c.critic, c.from_value, c.to_value, c.since, d.attempts,
                            coalesce(d.first_attempt_at, c.since) AS first_attempt_at
                        FROM alert_delivery d JOIN alert_webhook w USING (webhook_id)
                            JOIN alert_change c USING (change_id) JOIN digest_tool t USING (tool_id)
                        WHERE d.webhook_id = :webhook AND d.delivery_no > :sequence AND NOT t.taken_down
                        ORDER BY d.delivery_no LIMIT :most
                        """)
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .param("most", most)
                .query((row, _) -> post(row))
                .list();
    }

    /// Has everything after a sequence delivered again, with fresh patience.
    int replay(UUID webhookId, long sequence, Instant now) {
        return jdbc.sql("""
                        UPDATE alert_delivery SET
                            state = 'pending', attempts = 0, first_attempt_at = NULL, next_attempt_at = :now,
                            updated_at = :now
                        WHERE webhook_id = :webhook AND delivery_no > :sequence AND state <> 'pending'
                        """)
                .param("now", at(now))
                .param("webhook", webhookId)
                .param("sequence", sequence)
                .update();
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getLong("delivery_no"),
                row.getObject("webhook_id", UUID.class),
                row.getString("url"),
                row.getInt("secret_number"),
                row.getObject("secret_changed_at") == null ? null : instant(row, "secret_changed_at"),
                row.getObject("change_id", UUID.class),
                ChangeKind.of(row.getString("kind")),
                row.getString("slug"),
                row.getString("name"),
                row.getString("critic"),
                row.getString("from_value"),
                row.getString("to_value"),
                instant(row, "since"),
                row.getInt("attempts"),
                instant(row, "first_attempt_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
