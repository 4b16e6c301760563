package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.link.Mailed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class SubscriberRepository {

    private final JdbcClient jdbc;
    private final AddressHashes hashes;

    SubscriberRepository(JdbcClient jdbc, AddressHashes hashes) {
        this.jdbc = jdbc;
        this.hashes = hashes;
    }

    /// Adds somebody new. A pending one gets the newer wishes; anybody else stays as they are, because
    /// whoever asks has not proved to own the address. One statement and one written row for all: its
    /// time tells nothing either.
    UUID request(UUID id, Subscription subscription, Instant now) {
        return jdbc.sql("""
                        INSERT INTO subscriber AS s (
                            subscriber_id, email, email_key, status, topics, source, requested_at)
                        VALUES (:id, :email, :key, 'pending', :topics, :source, :now)
                        ON CONFLICT (email_key) DO UPDATE SET
                            topics = CASE WHEN s.status = 'pending' THEN excluded.topics ELSE s.topics END,
                            source = CASE WHEN s.status = 'pending' THEN excluded.source ELSE s.source END,
                            requested_at =
                                CASE WHEN s.status = 'pending' THEN excluded.requested_at ELSE s.requested_at END
                        RETURNING subscriber_id
                        """)
                .param("id", id)
                .param("email", subscription.email().text())
                .param("key", subscription.email().key())
                .param("topics", subscription.topics().toArray(String[]::new))
                .param("source", subscription.source())
                .param("now", at(now))
                .query(UUID.class)
                .single();
    }

    /// Nobody who complained, whom the operator took out, or whose erased address did either,
    /// is even asked.
    public boolean mayBeAsked(EmailAddress email) {
        return jdbc.sql("""
                        SELECT NOT EXISTS (
                                SELECT FROM subscriber
                                WHERE email_key = :key AND suppressed IN ('complaint', 'operator'))
                            AND NOT EXISTS (
                                SELECT FROM suppression
                                WHERE email_hash = :hash AND reason IN ('complaint', 'operator'))
                        """)
                .param("key", email.key())
                .param("hash", hashes.of(email.key()))
                .query(Boolean.class)
                .single();
    }

    /// Lets everybody else who changes this subscriber wait until the transaction ends.
    void lock(UUID id) {
        jdbc.sql("SELECT subscriber_id FROM subscriber WHERE subscriber_id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /// The wish of somebody who has neither confirmed nor left; held for the caller's transaction.
    Optional<Subscription> lockPending(UUID id) {
        return jdbc.sql("""
                        SELECT email, topics, source FROM subscriber
                        WHERE subscriber_id = :id AND status = 'pending' AND suppressed IS NULL FOR UPDATE
                        """)
                .param("id", id)
                .query((row, _) -> new Subscription(
                        new EmailAddress(row.getString("email")),
                        List.of((String[]) row.getArray("topics").getArray()),
                        row.getString("source")))
                .optional();
    }

    /// Whether the address is one of which nothing but that may be kept.
    boolean isRemembered(byte[] hash) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM suppression WHERE email_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /// Whoever is subscribed already keeps the preferences, since a stranger may have asked for this;
    /// everybody else, also who has left before, begins with the wish and the defaults.
    ///
    /// @return false when the subscriber may not be mailed for a reason that a confirmation does not
    ///     outweigh, or has moved to another address since
    boolean confirm(Mailed mailed, Instant now) {
        int confirmed = jdbc.sql("""
                        UPDATE subscriber SET
                            status = 'confirmed', confirmed_at = :now, suppressed = NULL,
                            unsubscribed_at = NULL, unsubscribed_from = NULL,
                            frequency = CASE WHEN status = 'confirmed' THEN frequency ELSE 'weekly' END,
                            paused_until = CASE WHEN status = 'confirmed' THEN paused_until END,
                            topics = CASE WHEN status = 'confirmed' THEN topics ELSE :topics END,
                            source = CASE WHEN status = 'confirmed' THEN source ELSE :source END
                        WHERE subscriber_id = :id
                          AND email_key = :key
                          AND status <> 'erased'
                          AND (suppressed IS NULL OR suppressed IN ('unsubscribed', 'hard_bounce', 'soft_bounces'))
                        """)
                .param("now", at(now))
                .param("topics", mailed.topics().toArray(String[]::new))
                .param("source", mailed.source())
                .param("id", mailed.subscriberId())
                .param("key", mailed.email().toLowerCase(Locale.ROOT))
                .update();
        jdbc.sql("""
                        DELETE FROM follow WHERE subscriber_id = :id AND target_kind = 'all'
                          AND NOT EXISTS (SELECT FROM subscriber WHERE subscriber_id = :id AND frequency = 'each')
                        """).param("id", mailed.subscriberId()).update();
        return confirmed == 1;
    }

    /// A new consent ends what was remembered of an erased address.
    void forgetErasure(byte[] hash) {
        jdbc.sql("DELETE FROM suppression WHERE email_hash = :hash AND reason NOT IN ('complaint', 'operator')")
                .param("hash", hash)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
