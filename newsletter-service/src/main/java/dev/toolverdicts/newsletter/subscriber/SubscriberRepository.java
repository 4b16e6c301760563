package dev.toolverdicts.newsletter.subscriber;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubscriberRepository {

    private final JdbcClient jdbc;

    SubscriberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds somebody new. A pending one gets the newer wishes; anybody else stays as they are, because whoever asks has
    /// not proved to own the address. One statement for all, so that its time tells nothing either.
    void request(UUID id, Subscription subscription, Instant now) {
        jdbc.sql("""
                        INSERT INTO subscriber AS s (
                            subscriber_id, email, email_key, status, topics, source, requested_at)
                        VALUES (:id, :email, :key, 'pending', :topics, :source, :now)
                        ON CONFLICT (email_key) DO UPDATE SET
                            topics = excluded.topics,
                            source = excluded.source,
                            requested_at = excluded.requested_at
                        WHERE s.status = 'pending'
                        """)
                .param("id", id)
                .param("email", subscription.email().text())
                .param("key", subscription.email().key())
                .param("topics", subscription.topics().toArray(String[]::new))
                .param("source", subscription.source())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
