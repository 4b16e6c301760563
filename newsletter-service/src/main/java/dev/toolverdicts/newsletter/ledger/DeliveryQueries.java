package dev.toolverdicts.newsletter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class DeliveryQueries {

    public static final Set<String> STATES =
            Set.of("pending", "claimed", "at_dot", "sent", "rejected", "in_doubt", "suppressed");

    /// What is wrong with any other.
    public static final String ONE_OF_STATES =
            "must be one of " + String.join(", ", STATES.stream().sorted().toList());

    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;

    DeliveryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows in the order of their subscribers.
    ///
    /// @param state only rows in it; null for all
    /// @param after the subscriber the last page ended with; null for the first page
    public List<Delivery> page(UUID issueId, @Nullable String state, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        SELECT d.subscriber_id, s.email, d.state, d.attempts,
                               CASE d.state WHEN 'pending' THEN d.next_attempt_at END AS next_attempt_at,
                               d.smtp_code, d.smtp_reply, d.message_id, d.updated_at
                        FROM delivery d JOIN subscriber s USING (subscriber_id)
                        WHERE d.issue_id = :issue
                          AND (:state::text IS NULL OR d.state = :state)
                          AND (:after::uuid IS NULL OR d.subscriber_id > :after)
                        ORDER BY d.subscriber_id
                        LIMIT :limit
                        """)
                .param("issue", issueId)
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    /// Every row, some at a time, however many there are.
    public void each(UUID issueId, @Nullable String state, Consumer<Delivery> reader) {
        UUID after = null;
        List<Delivery> rows;
        do {
            rows = page(issueId, state, after, AT_ONCE);
            rows.forEach(reader);
            after = rows.isEmpty() ? after : rows.getLast().subscriberId();
        } while (rows.size() == AT_ONCE);
    }

    /// The issues that have messages in doubt, the newest week first.
    public List<Doubts> doubts() {
        return jdbc.sql("""
                        SELECT issue_id, i.iso_week, i.subject, d.messages
                        FROM (SELECT issue_id, count(*) AS messages FROM delivery WHERE state = 'in_doubt'
                              GROUP BY issue_id) d
                        JOIN issue i USING (issue_id)
                        ORDER BY i.iso_week DESC
                        """)
                .query((row, _) -> new Doubts(
                        row.getObject("issue_id", UUID.class),
                        row.getString("iso_week"),
                        row.getString("subject"),
                        row.getLong("messages")))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("subscriber_id", UUID.class),
                row.getString("email"),
                row.getString("state"),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getObject("smtp_code", Integer.class),
                row.getString("smtp_reply"),
                row.getString("message_id"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
