package dev.toolverdicts.newsletter.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WebhookRepository {

    private static final String WEBHOOK = "SELECT webhook_id, url, created_at FROM alert_webhook ";

    private final JdbcClient jdbc;

    WebhookRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID subscriberId, Webhook webhook) {
        jdbc.sql("""
                        INSERT INTO alert_webhook (webhook_id, subscriber_id, url, created_at)
                        VALUES (:id, :subscriber, :url, :now)
                        """)
                .param("id", webhook.id())
                .param("subscriber", subscriberId)
                .param("url", webhook.url())
                .param("now", webhook.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Webhook> of(UUID subscriberId) {
        return jdbc.sql(WEBHOOK + "WHERE subscriber_id = :id ORDER BY created_at, webhook_id")
                .param("id", subscriberId)
                .query((row, _) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(UUID subscriberId, UUID id) {
        return jdbc.sql(WEBHOOK + "WHERE subscriber_id = :subscriber AND webhook_id = :id")
                .param("subscriber", subscriberId)
                .param("id", id)
                .query((row, _) -> webhook(row))
                .optional();
    }

    Optional<Webhook> find(UUID subscriberId, String url) {
        return jdbc.sql(WEBHOOK + "WHERE subscriber_id = :subscriber AND url = :url")
                .param("subscriber", subscriberId)
                .param("url", url)
                .query((row, _) -> webhook(row))
                .optional();
    }

    /// How often its secret was changed.
    int secretNumber(UUID id) {
        return jdbc.sql("SELECT secret_number FROM alert_webhook WHERE webhook_id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Once within a while, however many ask: then there are never more than two that are good.
    ///
    /// @param before when the last change may have been at the latest
    /// @return whether there was a webhook to change, and it was not changed lately
    boolean changeSecret(UUID subscriberId, UUID id, Instant now, Instant before) {
        return jdbc.sql("""
                        UPDATE alert_webhook SET secret_number = secret_number + 1, secret_changed_at = :now
                        WHERE subscriber_id = :subscriber AND webhook_id = :id
                          AND (secret_changed_at IS NULL OR secret_changed_at <= :before)
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .param("subscriber", subscriberId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// With its follows and what waits for it.
    void remove(UUID subscriberId, UUID id) {
        jdbc.sql("DELETE FROM alert_webhook WHERE subscriber_id = :subscriber AND webhook_id = :id")
                .param("subscriber", subscriberId)
                .param("id", id)
                .update();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("webhook_id", UUID.class),
                row.getString("url"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
