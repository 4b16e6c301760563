package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the moves of an issue do to its ledger. How a row is sent is not decided here.
@Repository
class LedgerRepository {

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row for everybody it goes to, made by the database alone: a million recipients take no
    /// memory here. A message's id is the same whenever it is asked for, so that a copy sent
    /// again is known for one.
    ///
    /// @return how many there are
    int fill(UUID issueId, String messageIdHost, Instant now) {
        return jdbc.sql("""
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        SELECT :issue, s.subscriber_id, 'pending', lower(split_part(s.email, '@', 2)),
                               '<' || :issue || '.' || s.subscriber_id || '@' || :host || '>', :now
                        """ + RecipientQueries.RECIPIENTS)
                .param("issue", issueId)
                .param("host", messageIdHost)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Queues again what was rejected, and nothing else. Attempts and three days begin anew.
    int retryRejected(UUID issueId, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery
                        SET state = 'pending', attempts = 0, next_attempt_at = NULL, deferred_millis = 0, updated_at = :now
                        WHERE issue_id = :issue AND state = 'rejected'
                        """)
                .param("issue", issueId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Issues that were cancelled and still have rows that wait. Looked up issue by issue: a ledger of
    /// a million rows that is being sent costs nothing here.
    List<UUID> cancelledWithWaiting() {
        return jdbc.sql("""
                        SELECT i.issue_id FROM issue i CROSS JOIN LATERAL (
                            SELECT FROM delivery d WHERE d.issue_id = i.issue_id AND d.state = 'pending' LIMIT 1) waiting
                        WHERE i.status = 'cancelled'
                        """).query(UUID.class).list();
    }

    /// Materialized, or a plan may read the limited part over and over and so take more.
    ///
    /// @return how many rows, at most so many; those that somebody holds are passed over
    int suppressWaiting(UUID issueId, int most, Instant now) {
        return jdbc.sql("""
                        WITH part AS MATERIALIZED (
                            SELECT subscriber_id FROM delivery WHERE issue_id = :issue AND state = 'pending'
                            LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE delivery d SET state = 'suppressed', updated_at = :now
                        FROM part WHERE d.issue_id = :issue AND d.subscriber_id = part.subscriber_id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("issue", issueId)
                .param("most", most)
                .update();
    }

    long sent(UUID issueId) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE issue_id = :issue AND state = 'sent'")
                .param("issue", issueId)
                .query(Long.class)
                .single();
    }

    boolean hasOpen(UUID issueId) {
        return has(issueId, "'pending', 'claimed', 'at_dot'");
    }

    boolean hasFailed(UUID issueId) {
        return has(issueId, "'rejected', 'in_doubt'");
    }

    private boolean has(UUID issueId, String states) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM delivery WHERE issue_id = :issue AND state IN (" + states + "))")
                .param("issue", issueId)
                .query(Boolean.class)
                .single();
    }
}
