package dev.toolverdicts.newsletter.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailQueueRepository {

    private final JdbcClient jdbc;

    MailQueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(QueuedMail mail) {
        jdbc.sql("""
                        INSERT INTO mail_queue (mail_id, recipient, subject, html, text, attempts, next_attempt_at, queued_at)
                        VALUES (:id, :to, :subject, :html, :text, 0, :now, :now)
                        """)
                .param("id", mail.id())
                .param("to", mail.to())
                .param("subject", mail.subject())
                .param("html", mail.html())
                .param("text", mail.text())
                .param("now", at(mail.queuedAt()))
                .update();
    }

    /// Takes the oldest that is due. It comes again after the lease, unless its taker says before what became of it:
    /// one
    /// that dies in between makes it come twice, never none.
    Optional<QueuedMail> take(Instant now, Duration lease) {
        return jdbc.sql("""
                        UPDATE mail_queue SET attempts = attempts + 1, next_attempt_at = :until
                        WHERE mail_id = (
                            SELECT mail_id FROM mail_queue WHERE next_attempt_at <= :now
                            ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING mail_id, recipient, subject, html, text, attempts, queued_at
                        """)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query((row, _) -> new QueuedMail(
                        row.getObject("mail_id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text"),
                        row.getInt("attempts"),
                        row.getObject("queued_at", OffsetDateTime.class).toInstant()))
                .optional();
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

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
