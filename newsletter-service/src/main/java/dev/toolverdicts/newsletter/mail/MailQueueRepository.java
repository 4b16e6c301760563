package dev.toolverdicts.newsletter.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailQueueRepository {

    private final JdbcClient jdbc;

    MailQueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(QueuedMail mail) {
        StandingWish wish = mail.wish();
        jdbc.sql("""
                        INSERT INTO mail_queue (
                            mail_id, recipient, subject, html, text, subscriber_id, end_url, attempts, next_attempt_at, queued_at,
                            traceparent)
                        VALUES (:id, :to, :subject, :html, :text, :subscriber, :endUrl, 0, :now, :now, :traceparent)
                        """)
                .param("id", mail.id())
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("html", mail.html())
                .param("text", mail.text())
                .param("subscriber", wish == null ? null : wish.subscriberId())
                .param("endUrl", wish == null ? null : wish.endUrl())
                .param("now", at(mail.queuedAt()))
                .param("traceparent", mail.traceparent())
                .update();
    }

    /// Takes the oldest that is due. It comes again after the lease, unless its taker says before what
    /// became of it: one that dies in between makes it come twice, never none.
    Optional<QueuedMail> take(Instant now, Duration lease) {
        return jdbc.sql("""
                        UPDATE mail_queue SET attempts = attempts + 1, next_attempt_at = :until
                        WHERE mail_id = (
                            SELECT mail_id FROM mail_queue WHERE next_attempt_at <= :now
                            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING mail_id, recipient, subject, html, text, subscriber_id, end_url, attempts, queued_at,
                            traceparent
                        """)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query((row, _) -> new QueuedMail(
                        row.getObject("mail_id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text"),
                        wish(row),
                        row.getInt("attempts"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                        row.getString("traceparent")))
                .optional();
    }

    /// Whether the subscriber still wants such mail, at this address. Waits for an end that is under
    /// way, and looks for the mail after that: whoever ends all such mail takes it out of the queue.
    boolean isStillWished(QueuedMail mail) {
        StandingWish wish = mail.wish();
        return wish == null || (mayBeMailed(wish.subscriberId(), mail.to()) && isQueued(mail.id()));
    }

    private boolean mayBeMailed(UUID subscriberId, String address) {
        return jdbc.sql("""
                        SELECT subscriber_id FROM subscriber
                        WHERE subscriber_id = :id AND status = 'confirmed' AND suppressed IS NULL AND email = :to FOR SHARE
                        """)
                .param("id", subscriberId)
                .param("to", address)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private boolean isQueued(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM mail_queue WHERE mail_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void again(UUID id, Instant at) {
        jdbc.sql("UPDATE mail_queue SET next_attempt_at = :at WHERE mail_id = :id")
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    /// Sent or given up: nothing of it stays here.
    void remove(UUID id) {
        jdbc.sql("DELETE FROM mail_queue WHERE mail_id = :id").param("id", id).update();
    }

    int removeTo(String recipient) {
        return jdbc.sql("DELETE FROM mail_queue WHERE recipient = :to")
                .param("to", recipient)
                .update();
    }

    void removeStanding(UUID subscriberId) {
        jdbc.sql("DELETE FROM mail_queue WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
    }

    private static @Nullable StandingWish wish(ResultSet row) throws SQLException {
        UUID subscriber = row.getObject("subscriber_id", UUID.class);
        return subscriber == null ? null : new StandingWish(subscriber, row.getString("end_url"));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
