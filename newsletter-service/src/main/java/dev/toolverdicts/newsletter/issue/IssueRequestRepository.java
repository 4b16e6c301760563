package dev.toolverdicts.newsletter.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers for a day which issue a request with an Idempotency-Key drafted, in the transaction that drafted it.
@Repository
class IssueRequestRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    record Drafted(byte[] bodyHash, UUID issueId) {}

    private final JdbcClient jdbc;

    IssueRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the key until the transaction ends.
    ///
    /// @return false when another transaction has it right now
    boolean enter(String subject, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 20))")
                .param("key", subject + "\n" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Drafted> find(String subject, String key, Instant now) {
        return jdbc.sql("""
                        SELECT body_hash, issue_id FROM issue_request
                        WHERE subject = :subject AND key = :key AND created_at > :since
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Drafted(row.getBytes("body_hash"), row.getObject("issue_id", UUID.class)))
                .optional();
    }

    void remember(String subject, String key, Drafted drafted, Instant now) {
        jdbc.sql("""
                        INSERT INTO issue_request (subject, key, body_hash, issue_id, created_at)
                        VALUES (:subject, :key, :hash, :issue, :now)
                        ON CONFLICT (subject, key) DO UPDATE SET
                            body_hash = excluded.body_hash, issue_id = excluded.issue_id,
                            created_at = excluded.created_at
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("hash", drafted.bodyHash())
                .param("issue", drafted.issueId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        forgetOld(now);
    }

    // Skipping locked rows: two requests must not wait for each other over what both want gone.
    private void forgetOld(Instant now) {
        jdbc.sql("""
                        DELETE FROM issue_request WHERE (subject, key) IN
                            (SELECT subject, key FROM issue_request WHERE created_at <= :since
                             FOR UPDATE SKIP LOCKED)
                        """).param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }
}
