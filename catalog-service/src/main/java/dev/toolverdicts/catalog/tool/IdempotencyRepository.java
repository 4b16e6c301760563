package dev.toolverdicts.catalog.tool;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers for a day what a request with an Idempotency-Key did, in the transaction that did it.
@Repository
class IdempotencyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    record Answer(byte[] bodyHash, String body) {}

    private final JdbcClient jdbc;

    IdempotencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the key until the transaction ends.
    ///
    /// @return false when another transaction has it right now
    boolean enter(String subject, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 1))")
                .param("key", subject + "\n" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(String subject, String key, Instant now) {
        return jdbc.sql("""
                        SELECT body_hash, body FROM idempotent_answer
                        WHERE subject = :subject AND key = :key AND created_at > :since
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Answer(row.getBytes("body_hash"), row.getString("body")))
                .optional();
    }

    void remember(String subject, String key, Answer answer, Instant now) {
        jdbc.sql("""
                        INSERT INTO idempotent_answer (subject, key, body_hash, body, created_at)
                        VALUES (:subject, :key, :hash, :body, :now)
                        ON CONFLICT (subject, key) DO UPDATE SET
                            body_hash = excluded.body_hash, body = excluded.body,
                            created_at = excluded.created_at
                        """)
                .params(Map.of(
                        "subject", subject,
                        "key", key,
                        "hash", answer.bodyHash(),
                        "body", answer.body(),
                        "now", now.atOffset(ZoneOffset.UTC)))
                .update();
        forgetOld(now);
    }

    // Skipping locked rows: two requests must not wait for each other over what both want gone.
    private void forgetOld(Instant now) {
        jdbc.sql("""
                        DELETE FROM idempotent_answer WHERE (subject, key) IN
                            (SELECT subject, key FROM idempotent_answer WHERE created_at <= :since
                             FOR UPDATE SKIP LOCKED)
                        """).param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }
}
