package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom an issue goes to, if it is started now: those who may be mailed, want its topics and
/// want it this often.
@Repository
public class RecipientQueries {

    /// Left out is who chose topics that tools have, none of which the issue tells of. A topic
    /// that no tool has chooses nothing, and an issue that tells of no tool is for all. Who
    /// wants one issue a month gets the first started in a calendar month (UTC), and with
    /// topics the first of those that were for them.
    static final String RECIPIENTS = """
            FROM subscriber s
            CROSS JOIN (
                SELECT coalesce(array_agg(category) FILTER (WHERE told), '{}') AS told,
                    coalesce(array_agg(category) FILTER (WHERE NOT told), '{}') AS untold,
                    coalesce(bool_or(told), false) AS tells
                FROM (SELECT t.category, bool_or(e.entry_id IS NOT NULL) AS told
                      FROM digest_tool t LEFT JOIN issue_entry e
                          ON e.tool_id = t.tool_id AND e.issue_id = :issue AND NOT e.dropped
                      WHERE t.category IS NOT NULL GROUP BY t.category) AS topic) AS edition
            WHERE s.status = 'confirmed'
              AND s.suppressed IS NULL
              AND (s.paused_until IS NULL OR s.paused_until <= :now)
              AND (NOT edition.tells OR s.topics && edition.told OR NOT s.topics && edition.untold)
              AND (s.frequency <> 'monthly' OR NOT EXISTS (
                  SELECT FROM issue i
                  WHERE i.issue_id <> :issue AND i.started_at <= :now
                    AND i.started_at >= date_trunc('month', :now::timestamptz, 'UTC')
                    AND (s.topics = '{}' OR EXISTS (
                        SELECT FROM delivery d
                        WHERE d.issue_id = i.issue_id AND d.subscriber_id = s.subscriber_id))))
            """;

    private final JdbcClient jdbc;

    RecipientQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many there are.
    public long count(UUID issueId, Instant now) {
        return jdbc.sql("SELECT count(*) " + RECIPIENTS)
                .param("issue", issueId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /// Some of them, by chance.
    public List<UUID> sample(UUID issueId, int size, Instant now) {
        return jdbc.sql("SELECT s.subscriber_id " + RECIPIENTS + " ORDER BY random() LIMIT :size")
                .param("issue", issueId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("size", size)
                .query(UUID.class)
                .list();
    }
}
