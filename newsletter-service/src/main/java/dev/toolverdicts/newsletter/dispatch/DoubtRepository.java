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

    private final JdbcClient jdbc;

    DoubtRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An operator's decision about a row in doubt. The fence is raised: a worker that wakes up has no say any more.
    ///
    /// @return the new fence; empty when the row is not in doubt
    Optional<Long> resolve(UUID issueId, UUID subscriberId, Decision decision, Instant now) {
        return jdbc.sql("""
                        UPDATE delivery SET state = :state, fence = fence + 1, next_attempt_at = NULL, updated_at = :now
                        WHERE issue_id = :issue AND subscriber_id = :subscriber AND state = 'in_doubt'
                        RETURNING fence
                        """)
                .param("state", decision == Decision.SENT ? "sent" : "pending")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .query(Long.class)
                .optional();
    }

    void note(UUID issueId, UUID subscriberId, long fence, Decision decision, String actor, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery_audit (issue_id, subscriber_id, fence, decision, actor, at)
                        VALUES (:issue, :subscriber, :fence, :decision, :actor, :now)
                        """)
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .param("fence", fence)
                .param("decision", decision.key())
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
