package dev.toolverdicts.newsletter.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertMailRepository {

    private static final Duration DAY = Duration.ofDays(1);

    /// @param mayBeMailed false when nothing may go there any more
    record Recipient(UUID id, String email, boolean mayBeMailed) {}

    private final JdbcClient jdbc;

    AlertMailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes somebody whose changes have waited long enough and who is within the cap, for the caller's
    /// transaction alone. Whoever pauses has theirs wait.
    Optional<Recipient> take(Instant notedUntil, int mailsPerDay, Instant now) {
        return jdbc.sql("""
                        SELECT s.subscriber_id, s.email, s.status = 'confirmed' AND s.suppressed IS NULL AS may_be_mailed
                        FROM subscriber s
                        WHERE s.subscriber_id IN (
                                SELECT subscriber_id FROM alert_note WHERE settled_at IS NULL AND noted_at <= :until)
                          AND (s.paused_until IS NULL OR s.paused_until <= :now)
                          AND (SELECT count(*) FROM alert_mail m
                               WHERE m.subscriber_id = s.subscriber_id AND m.queued_at > :dayAgo) < :cap
                        LIMIT 1 FOR UPDATE OF s SKIP LOCKED
                        """)
                .param("until", at(notedUntil))
                .param("now", at(now))
                .param("dayAgo", at(now.minus(DAY)))
                .param("cap", mailsPerDay)
                .query((row, _) -> new Recipient(
                        row.getObject("subscriber_id", UUID.class),
                        row.getString("email"),
                        row.getBoolean("may_be_mailed")))
                .optional();
    }

    boolean isWithin(int mailsPerDay, UUID subscriberId, Instant now) {
        return jdbc.sql("SELECT count(*) FROM alert_mail WHERE subscriber_id = :id AND queued_at > :dayAgo")
                        .param("id", subscriberId)
                        .param("dayAgo", at(now.minus(DAY)))
                        .query(Integer.class)
                        .single()
                < mailsPerDay;
    }

    /// What waits for the subscriber, oldest first; each change once, by its oldest follow. Nothing of a
    /// tool that was taken down since.
    List<Note> waiting(UUID subscriberId) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (c.change_id) c.change_id, c.since, c.kind, t.slug, t.name, c.critic_name,
                                c.from_value, c.to_value, f.follow_id, c.traceparent
                            FROM alert_note n JOIN alert_change c USING (change_id) JOIN digest_tool t USING (tool_id)
                                JOIN follow f USING (follow_id)
                            WHERE n.subscriber_id = :id AND n.settled_at IS NULL AND NOT t.taken_down
                            ORDER BY c.change_id, f.created_at, f.follow_id) AS told
                        ORDER BY since, change_id
                        """)
                .param("id", subscriberId)
                .query((row, _) -> note(row))
                .list();
    }

    void settle(UUID subscriberId, Instant now) {
        jdbc.sql("UPDATE alert_note SET settled_at = :now WHERE subscriber_id = :id AND settled_at IS NULL")
                .param("now", at(now))
                .param("id", subscriberId)
                .update();
    }

    void settleTakenDown(UUID subscriberId, Instant now) {
        jdbc.sql("""
                        UPDATE alert_note n SET settled_at = :now
                        FROM alert_change c JOIN digest_tool t USING (tool_id)
                        WHERE n.subscriber_id = :id AND n.settled_at IS NULL AND c.change_id = n.change_id AND t.taken_down
                        """).param("now", at(now)).param("id", subscriberId).update();
    }

    void count(UUID subscriberId, Instant now) {
        jdbc.sql("DELETE FROM alert_mail WHERE subscriber_id = :id AND queued_at <= :dayAgo")
                .param("id", subscriberId)
                .param("dayAgo", at(now.minus(DAY)))
                .update();
        jdbc.sql("INSERT INTO alert_mail (subscriber_id, queued_at) VALUES (:id, :now)")
                .param("id", subscriberId)
                .param("now", at(now))
                .update();
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                ChangeKind.of(row.getString("kind")),
                row.getString("slug"),
                row.getString("name"),
                row.getString("critic_name"),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getObject("follow_id", UUID.class),
                row.getString("traceparent"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
