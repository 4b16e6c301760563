package dev.toolverdicts.newsletter.privacy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is stored of a subscriber, table by table, but for clicks, which no table knows as theirs.
/// Tokens and their hashes are left out, and so are the bodies of mails that wait, which hold some:
/// whoever is shown the file must not act for its owner.
@Repository
class ExportQueries {

    /// @param name as the file has it
    private record Part(String name, String sql) {}

    private static final String SUBSCRIPTION = """
            SELECT s.email, s.status, s.topics, s.frequency, s.source, s.requested_at AS "requestedAt",
                s.confirmed_at AS "confirmedAt", s.paused_until AS "pausedUntil",
                s.unsubscribed_at AS "unsubscribedAt", i.iso_week AS "unsubscribedFrom", s.suppressed
            FROM subscriber s LEFT JOIN issue i ON i.issue_id = s.unsubscribed_from WHERE s.subscriber_id = :id
            """;

    private static final List<Part> PARTS = List.of(
            new Part("suppressions", "SELECT reason, since FROM suppression WHERE email_hash = :hash"),
            new Part("consents", """
                    SELECT kind, at, host(ip) AS ip, user_agent AS "userAgent", form_version AS "formVersion"
                    FROM consent WHERE subscriber_id = :id ORDER BY at
                    """),
            new Part("invitations", "SELECT queued_at AS \"queuedAt\" FROM invitation WHERE subscriber_id = :id"),
            new Part("mailedLinks", """
                    SELECT purpose, email, topics, source, created_at AS "createdAt", expires_at AS "expiresAt",
                        used_at AS "usedAt"
                    FROM mailed_token WHERE subscriber_id = :id ORDER BY created_at
                    """),
            new Part("waitingMails", """
                    SELECT subject, attempts, queued_at AS "queuedAt", next_attempt_at AS "nextAttemptAt"
                    FROM mail_queue
                    WHERE subscriber_id = :id
                       OR lower(recipient) = (SELECT email_key FROM subscriber WHERE subscriber_id = :id)
                    ORDER BY queued_at, mail_id
                    """),
            new Part("deliveries", """
                    SELECT i.iso_week AS "isoWeek", d.state, d.attempts, d.next_attempt_at AS "nextAttemptAt",
                        d.smtp_code AS "smtpCode", d.smtp_reply AS "smtpReply", d.message_id AS "messageId",
                        d.updated_at AS "updatedAt"
                    FROM delivery d JOIN issue i USING (issue_id)
                    WHERE d.subscriber_id = :id ORDER BY i.iso_week
                    """),
            new Part("deliveryDecisions", """
                    SELECT i.iso_week AS "isoWeek", a.decision, a.note, a.at
                    FROM delivery_audit a JOIN issue i USING (issue_id)
                    WHERE a.subscriber_id = :id ORDER BY a.at
                    """),
            new Part("returnedMails", """
                    SELECT r.kind, i.iso_week AS "isoWeek", r.status, r.excerpt, r.received_at AS "receivedAt"
                    FROM bounce_report r LEFT JOIN issue i USING (issue_id)
                    WHERE r.subscriber_id = :id OR position(
                        (SELECT email_key FROM subscriber WHERE subscriber_id = :id) IN lower(r.excerpt)) > 0
                    ORDER BY r.received_at
                    """),
            new Part("webhooks", """
                    SELECT url, created_at AS "createdAt" FROM alert_webhook WHERE subscriber_id = :id
                    ORDER BY created_at, url
                    """),
            new Part("follows", """
                    SELECT f.target_kind AS kind, f.target_key AS key, f.events, w.url AS webhook,
                        f.created_at AS "createdAt"
                    FROM follow f LEFT JOIN alert_webhook w USING (webhook_id)
                    WHERE f.subscriber_id = :id ORDER BY f.created_at, f.follow_id
                    """),
            new Part("alerts", """
                    SELECT c.kind, t.slug AS tool, c.critic, c.from_value AS "from", c.to_value AS "to", c.since,
                        f.target_kind AS "followedKind", f.target_key AS "followedKey",
                        n.noted_at AS "notedAt", n.settled_at AS "settledAt"
                    FROM alert_note n JOIN alert_change c USING (change_id) JOIN follow f USING (follow_id)
                        LEFT JOIN digest_tool t USING (tool_id)
                    WHERE n.subscriber_id = :id ORDER BY n.noted_at, c.since
                    """),
            new Part("alertMails", """
                    SELECT queued_at AS "queuedAt" FROM alert_mail WHERE subscriber_id = :id ORDER BY queued_at
                    """),
            new Part("posts", """
                    SELECT w.url AS webhook, d.delivery_no AS sequence, c.kind, t.slug AS tool, c.critic,
                        c.from_value AS "from", c.to_value AS "to", c.since, d.state, d.attempts,
                        d.last_answer AS "lastAnswer", d.updated_at AS "updatedAt"
                    FROM alert_delivery d JOIN alert_webhook w USING (webhook_id)
                        JOIN alert_change c USING (change_id) LEFT JOIN digest_tool t USING (tool_id)
                    WHERE w.subscriber_id = :id ORDER BY d.delivery_no
                    """),
            new Part("keyedRequests", """
                    SELECT kind, key, result, created_at AS "createdAt" FROM keyed_request
                    WHERE caller = :id::text ORDER BY created_at
                    """));

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExportQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @param addressHash by which an address is remembered that nothing else is kept of
    Map<String, Object> of(UUID subscriberId, byte[] addressHash) {
        var all = new LinkedHashMap<String, Object>();
        all.put("subscription", rows(SUBSCRIPTION, subscriberId, addressHash).getFirst());
        PARTS.forEach(part -> all.put(part.name(), rows(part.sql(), subscriberId, addressHash)));
        return all;
    }

    private List<Map<String, @Nullable Object>> rows(String sql, UUID subscriberId, byte[] addressHash) {
        return jdbc.sql(sql)
                .param("id", subscriberId)
                .param("hash", addressHash)
                .query((row, _) -> row(row))
                .list();
    }

    private Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            values.put(row.getMetaData().getColumnLabel(column), value(row, column));
        }
        return values;
    }

    /// As JSON has it, not as the database prints it.
    private @Nullable Object value(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("jsonb")) {
            String text = row.getString(column);
            return text == null ? null : json.readTree(text);
        }
        Object value = row.getObject(column);
        return switch (value) {
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case Timestamp time -> time.toInstant();
            case null, default -> value;
        };
    }
}
