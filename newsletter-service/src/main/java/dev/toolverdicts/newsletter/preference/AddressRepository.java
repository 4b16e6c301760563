package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AddressRepository {

    private final JdbcClient jdbc;

    AddressRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The subscriber and whoever has the new address, in one order for all.
    void lock(UUID subscriberId, String key) {
        jdbc.sql("""
                        SELECT subscriber_id FROM subscriber
                        WHERE subscriber_id = :id OR email_key = :key ORDER BY subscriber_id FOR UPDATE
                        """)
                .param("id", subscriberId)
                .param("key", key)
                .query(UUID.class)
                .list();
    }

    Optional<String> emailOfConfirmed(UUID subscriberId) {
        return jdbc.sql("SELECT email FROM subscriber WHERE subscriber_id = :id AND status = 'confirmed'")
                .param("id", subscriberId)
                .query(String.class)
                .optional();
    }

    /// @return who is mailed from now on; empty when the new address may not be
    Optional<UUID> move(UUID subscriberId, EmailAddress to, Instant now) {
        Optional<UUID> other = jdbc.sql(
                        "SELECT subscriber_id FROM subscriber WHERE email_key = :key AND subscriber_id <> :id")
                .param("key", to.key())
                .param("id", subscriberId)
                .query(UUID.class)
                .optional();
        return other.isPresent() ? other.filter(id -> handOver(subscriberId, id, now)) : rename(subscriberId, to);
    }

    private Optional<UUID> rename(UUID subscriberId, EmailAddress to) {
        return jdbc.sql("""
                        UPDATE subscriber SET email = :email, email_key = :key,
                            suppressed = CASE WHEN suppressed IN ('hard_bounce', 'soft_bounces') THEN NULL ELSE suppressed END
                        WHERE subscriber_id = :id
                        RETURNING subscriber_id
                        """)
                .param("email", to.text())
                .param("key", to.key())
                .param("id", subscriberId)
                .query(UUID.class)
                .optional();
    }

    private boolean handOver(UUID from, UUID to, Instant now) {
        int taken = jdbc.sql("""
                        UPDATE subscriber AS t SET status = 'confirmed', confirmed_at = :now, suppressed = NULL,
                            topics = f.topics, frequency = f.frequency, paused_until = f.paused_until
                        FROM subscriber AS f
                        WHERE f.subscriber_id = :from AND t.subscriber_id = :to
                          AND (t.suppressed IS NULL OR t.suppressed IN ('unsubscribed', 'hard_bounce', 'soft_bounces'))
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", from)
                .param("to", to)
                .update();
        if (taken == 1) {
            jdbc.sql("""
                            UPDATE subscriber SET status = 'unsubscribed', suppressed = coalesce(suppressed, 'unsubscribed'),
                                unsubscribed_at = :now
                            WHERE subscriber_id = :from
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("from", from)
                    .update();
        }
        return taken == 1;
    }
}
