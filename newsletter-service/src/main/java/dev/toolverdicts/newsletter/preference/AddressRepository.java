package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.alert.AlertMoveRepository;
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
    private final AlertMoveRepository alerts;

    AddressRepository(JdbcClient jdbc, AlertMoveRepository alerts) {
        this.jdbc = jdbc;
        this.alerts = alerts;
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

    /// The new address has a row of its own: whoever reads it must not get at what was stored
    /// under the old one.
    ///
    /// @param newcomer id of that row where there is none yet
    /// @return who is mailed from now on; empty when the new address may not be
    Optional<UUID> move(UUID subscriberId, EmailAddress to, UUID newcomer, Instant now) {
        UUID other = join(subscriberId, to, newcomer, now);
        if (!handOver(subscriberId, other, now)) {
            return Optional.empty();
        }
        alerts.move(subscriberId, other);
        return Optional.of(other);
    }

    /// One statement: somebody else may bring the same address at this moment.
    private UUID join(UUID from, EmailAddress to, UUID newcomer, Instant now) {
        return jdbc.sql("""
                        INSERT INTO subscriber AS s (
                            subscriber_id, email, email_key, status, topics, source, requested_at)
                        SELECT :newcomer, :email, :key, 'pending', topics, source, :now
                        FROM subscriber WHERE subscriber_id = :from
                        ON CONFLICT (email_key) DO UPDATE SET email_key = s.email_key
                        RETURNING subscriber_id
                        """)
                .param("newcomer", newcomer)
                .param("email", to.text())
                .param("key", to.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", from)
                .query(UUID.class)
                .single();
    }

    private boolean handOver(UUID from, UUID to, Instant now) {
        int taken = jdbc.sql("""
                        UPDATE subscriber AS t SET status = 'confirmed', confirmed_at = :now,
                            suppressed = CASE WHEN f.suppressed IN ('complaint', 'operator') THEN f.suppressed END,
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
                                unsubscribed_at = :now, topics = '{}', frequency = 'weekly', paused_until = NULL
                            WHERE subscriber_id = :from
                            """)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("from", from)
                    .update();
        }
        return taken == 1;
    }
}
