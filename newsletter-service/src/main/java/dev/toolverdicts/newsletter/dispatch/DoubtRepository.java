package dev.toolverdicts.newsletter.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger as operators change it.
@Repository
class DoubtRepository {

    record By(String actor, DoubtNote note) {}

    private final JdbcClient jdbc;

    DoubtRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An operator's decision about a row in doubt. The fence is raised: a worker that wakes up has no say any more.
    /// The issue is locked first, as its moves lock it: it must not end while a row of it begins to wait again.
    ///
    /// @return the new fence; empty when the row is not in doubt
    Optional<Long> resolve(UUID issueId, UUID subscriberId, Decision decision, Instant now) {
        return jdbc.sql("""
                        WITH edition AS (SELECT issue_id FROM issue WHERE issue_id = :issue FOR NO KEY UPDATE)
                        UPDATE delivery d
                        SET state = :state, fence = d.fence + 1, attempts = CASE :state WHEN 'pending' THEN 0 ELSE d.attempts END,
                            next_attempt_at = NULL, deferred_millis = 0, updated_at = :now
                        FROM edition
                        WHERE d.issue_id = :issue AND d.subscriber_id = :subscriber AND d.state = 'in_doubt'
                        RETURNING d.fence
                        """)
                .param("state", decision == Decision.SENT ? "sent" : "pending")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .query(Long.class)
                .optional();
    }

    /// @param by whose decision it is, and why
    void note(UUID issueId, UUID subscriberId, long fence, Decision decision, By by, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_audit (issue_id, subscriber_id, fence, decision, actor, note, at)
                        VALUES (:issue, :subscriber, :fence, :decision, :actor, :note, :now)
                        """)
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .param("fence", fence)
                .param("decision", decision.key())
                .param("actor", by.actor())
                .param("note", by.note().text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
