package dev.toolverdicts.newsletter.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class PrivacyRepository {

    /// @param reason why nobody may mail the address from now on; what weighs more than the erasure stays
    record Known(UUID subscriberId, String email, String reason) {}

    private final JdbcClient jdbc;

    PrivacyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> find(String key) {
        return jdbc.sql("SELECT subscriber_id FROM subscriber WHERE email_key = :key AND status <> 'erased'")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    Optional<Known> lock(UUID subscriberId) {
        return jdbc.sql("""
                        SELECT subscriber_id, email,
                            CASE WHEN suppressed IN ('complaint', 'operator') THEN suppressed ELSE 'erased' END AS reason
                        FROM subscriber WHERE subscriber_id = :id AND status <> 'erased' FOR UPDATE
                        """)
                .param("id", subscriberId)
                .query((row, _) -> new Known(
                        row.getObject("subscriber_id", UUID.class), row.getString("email"), row.getString("reason")))
                .optional();
    }

    /// Of these, who is here and not erased, or is not here at all.
    List<UUID> notErased(Collection<UUID> ids) {
        return jdbc.sql("""
                        SELECT listed.id FROM unnest(:ids) AS listed (id)
                        LEFT JOIN subscriber s ON s.subscriber_id = listed.id
                        WHERE s.status IS DISTINCT FROM 'erased' ORDER BY listed.id
                        """).param("ids", array(ids)).query(UUID.class).list();
    }

    /// Of these, who is here and not erased.
    List<UUID> standing(Collection<UUID> ids) {
        return jdbc.sql("""
                        SELECT subscriber_id FROM subscriber
                        WHERE subscriber_id = ANY (:ids) AND status <> 'erased' ORDER BY subscriber_id
                        """).param("ids", array(ids)).query(UUID.class).list();
    }

    private static SqlArrayValue array(Collection<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    List<UUID> erased() {
        return jdbc.sql("SELECT subscriber_id FROM subscriber WHERE status = 'erased' ORDER BY subscriber_id")
                .query(UUID.class)
                .list();
    }

    /// A row as erasing leaves it, of somebody this database has never had.
    void addErased(UUID subscriberId, Instant at) {
        jdbc.sql("""
                        INSERT INTO subscriber (
                            subscriber_id, email, email_key, status, suppressed, topics, requested_at)
                        VALUES (:id, '', 'erased:' || :id::text, 'erased', 'erased', '{}', :at)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", subscriberId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Other addresses that were mailed for this subscriber, such as one it was to move to.
    List<String> mailedTo(UUID subscriberId) {
        return jdbc.sql("SELECT DISTINCT email FROM mailed_token WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .query(String.class)
                .list();
    }

    void remember(byte[] hash, String reason, Instant now) {
        jdbc.sql("""
                        INSERT INTO suppression (email_hash, reason, since) VALUES (:hash, :reason, :now)
                        ON CONFLICT (email_hash) DO NOTHING
                        """)
                .param("hash", hash)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Reports that named no row of ours keep an excerpt, which may quote the address.
    void forgetExcerpts(String email) {
        jdbc.sql("""
                        UPDATE bounce_report SET excerpt = NULL
                        WHERE position(lower(:email) IN lower(excerpt)) > 0
                        """).param("email", email).update();
    }

    /// The row stays, without anything of a person: the ledger counts it.
    void erase(UUID subscriberId) {
        jdbc.sql("DELETE FROM mailed_token WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM consent WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM follow WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM alert_webhook WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM alert_mail WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM invitation WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .update();
        jdbc.sql("DELETE FROM keyed_request WHERE caller = :id::text")
                .param("id", subscriberId)
                .update();
        jdbc.sql("""
                        UPDATE delivery SET domain = '', smtp_reply = NULL,
                            state = CASE WHEN state = 'pending' THEN 'suppressed' ELSE state END
                        WHERE subscriber_id = :id
                        """).param("id", subscriberId).update();
        jdbc.sql("""
                        UPDATE subscriber SET
                            status = 'erased', suppressed = 'erased', email = '', email_key = 'erased:' || subscriber_id,
                            topics = '{}', source = NULL, frequency = 'weekly', paused_until = NULL,
                            confirmed_at = NULL, unsubscribed_at = NULL, unsubscribed_from = NULL
                        WHERE subscriber_id = :id
                        """).param("id", subscriberId).update();
    }
}
