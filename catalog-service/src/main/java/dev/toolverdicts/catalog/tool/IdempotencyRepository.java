package dev.toolverdicts.catalog.tool;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Remembers for a day what a request with an Idempotency-Key did, in the transaction that did it.
@Repository
class IdempotencyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    record Answer(byte[] bodyHash, String slug, long version) {}

    private final JdbcClient jdbc;

    IdempotencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether no other transaction works on this key right now
    boolean enter(String subject, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 1))")
                .param("key", subject + "\n" + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(String subject, String key, Instant now) {
        return jdbc.sql("""
                        SELECT body_hash, slug, version FROM idempotent_answer
                        WHERE subject = :subject AND key = :key AND created_at > :since
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Answer(row.getBytes("body_hash"), row.getString("slug"), row.getLong("version")))
                .optional();
    }

    void remember(String subject, String key, Answer answer, Instant now) {
        jdbc.sql("DELETE FROM idempotent_answer WHERE created_at <= :since")
                .param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO idempotent_answer (key, subject, body_hash, slug, version, created_at)
                        VALUES (:key, :subject, :hash, :slug, :version, :now)
                        """)
                .param("key", key)
                .param("subject", subject)
                .param("hash", answer.bodyHash())
                .param("slug", answer.slug())
                .param("version", answer.version())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
