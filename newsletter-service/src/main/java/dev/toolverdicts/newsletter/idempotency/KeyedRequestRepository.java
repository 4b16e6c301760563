package dev.toolverdicts.newsletter.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyedRequestRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    /// @param result as JSON
    record Done(byte[] fingerprint, String result) {}

    private final JdbcClient jdbc;

    KeyedRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Holds the key until the transaction ends: who comes second does not wait, with a connection, for the first.
    ///
    /// @return false when another transaction has it right now
    boolean enter(KeyedRequest request) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 44))")
                .param("key", request.lock())
                .query(Boolean.class)
                .single();
    }

    Optional<Done> find(KeyedRequest request, Instant now) {
        return jdbc.sql("""
                        SELECT fingerprint, result FROM keyed_request
                        WHERE kind = :kind AND caller = :caller AND key = :key AND created_at > :since
                        """)
                .param("kind", request.kind())
                .param("caller", request.caller())
                .param("key", request.key())
                .param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Done(row.getBytes("fingerprint"), row.getString("result")))
                .optional();
    }

    void remember(KeyedRequest request, String result, Instant now) {
        jdbc.sql("""
                        INSERT INTO keyed_request (kind, caller, key, fingerprint, result, created_at)
                        VALUES (:kind, :caller, :key, :fingerprint, :result::jsonb, :now)
                        ON CONFLICT (kind, caller, key) DO UPDATE SET
                            fingerprint = excluded.fingerprint, result = excluded.result,
                            created_at = excluded.created_at
                        """)
                .param("kind", request.kind())
                .param("caller", request.caller())
                .param("key", request.key())
                .param("fingerprint", request.fingerprint())
                .param("result", result)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        forgetOld(now);
    }

    // Skipping locked rows: two requests must not wait for each other over what both want gone.
    private void forgetOld(Instant now) {
        jdbc.sql("""
                        DELETE FROM keyed_request WHERE (kind, caller, key) IN
                            (SELECT kind, caller, key FROM keyed_request WHERE created_at <= :since
                             FOR UPDATE SKIP LOCKED)
                        """).param("since", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }
}
