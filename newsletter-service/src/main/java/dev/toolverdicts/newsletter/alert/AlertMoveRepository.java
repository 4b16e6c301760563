package dev.toolverdicts.newsletter.alert;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Alerts of a subscription that goes to another address, which may have alerts of its own.
@Repository
public class AlertMoveRepository {

    /// Two webhooks of one address: the mover's stays, since its secret is the one in use.
    private static final String SAME_WEBHOOK = """
            FROM alert_webhook kept JOIN alert_webhook ended ON kept.url = ended.url
                AND kept.subscriber_id = :from AND ended.subscriber_id = :to
            """;

    private static final String TWINS = """
            WITH twin AS (
                SELECT kept.follow_id AS kept, ended.follow_id AS ended, ended.events, ended.created_at
                FROM follow kept JOIN follow ended USING (target_kind, target_id)
                WHERE kept.subscriber_id = :from AND ended.subscriber_id = :to
                  AND kept.webhook_id IS NOT DISTINCT FROM ended.webhook_id)
            """;

    private final JdbcClient jdbc;

    AlertMoveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Two of a kind become one that tells what either would have. Where both together are more than a
    /// subscriber may have, the mover's stay, and of the others the oldest. Both subscribers' rows are
    /// the caller's until its transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(UUID from, UUID to) {
        mergeWebhooks(from, to);
        mergeFollows(from, to);
        keepWithin(WebhookService.MOST, "alert_webhook", "webhook_id", from, to);
        keepWithin(FollowService.MOST, "follow", "follow_id", from, to);
        for (String table : List.of("alert_webhook", "follow")) {
            run("UPDATE " + table + " SET subscriber_id = :to WHERE subscriber_id = :from", from, to);
        }
    }

    private void mergeWebhooks(UUID from, UUID to) {
        run("""
                UPDATE alert_delivery d SET webhook_id = kept.webhook_id
                """ + SAME_WEBHOOK + """
                WHERE d.webhook_id = ended.webhook_id AND NOT EXISTS (
                    SELECT FROM alert_delivery o WHERE o.webhook_id = kept.webhook_id AND o.change_id = d.change_id)
                """, from, to);
        run(
                "UPDATE follow f SET webhook_id = kept.webhook_id " + SAME_WEBHOOK
                        + "WHERE f.webhook_id = ended.webhook_id",
                from,
                to);
        run("DELETE FROM alert_webhook WHERE webhook_id IN (SELECT ended.webhook_id " + SAME_WEBHOOK + ")", from, to);
    }

    /// What waits to be told goes along, unless it has been told or waits there already.
    private void mergeFollows(UUID from, UUID to) {
        run("""
                UPDATE alert_note n SET subscriber_id = :to
                WHERE subscriber_id = :from AND settled_at IS NULL AND NOT EXISTS (
                    SELECT FROM alert_note o WHERE o.subscriber_id = :to AND o.change_id = n.change_id)
                """, from, to);
        run(TWINS + """
                UPDATE alert_note n SET follow_id = twin.kept FROM twin
                WHERE n.follow_id = twin.ended AND NOT EXISTS (
                    SELECT FROM alert_note o
                    WHERE o.subscriber_id = n.subscriber_id AND o.change_id = n.change_id AND o.follow_id = twin.kept)
                """, from, to);
        jdbc.sql(TWINS + """
                        UPDATE follow f SET
                            created_at = least(f.created_at, twin.created_at),
                            events = ARRAY(
                                SELECT event FROM unnest(:events::text[]) WITH ORDINALITY AS known (event, place)
                                WHERE event = ANY (f.events || twin.events) ORDER BY place)
                        FROM twin WHERE f.follow_id = twin.kept
                        """)
                .param("events", Follow.EVENTS.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .update();
        run(TWINS + "DELETE FROM follow WHERE follow_id IN (SELECT ended FROM twin)", from, to);
    }

    private void keepWithin(int most, String table, String id, UUID from, UUID to) {
        jdbc.sql("""
                        DELETE FROM %1$s WHERE %2$s IN (
                            SELECT %2$s FROM %1$s WHERE subscriber_id IN (:from, :to)
                            ORDER BY subscriber_id = :to, created_at, %2$s OFFSET :most)
                        """.formatted(table, id))
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .update();
    }

    private void run(String sql, UUID from, UUID to) {
        jdbc.sql(sql).param("from", from).param("to", to).update();
    }
}
