package dev.toolverdicts.newsletter.subscriber;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestKeyRepository {

    private static final Duration KEPT = Duration.ofHours(24);

    enum Seen {
        NEVER,
        WITH_THIS_BODY,
        WITH_ANOTHER_BODY,
        IN_FLIGHT
    }

    private final JdbcClient jdbc;

    RequestKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the key for the caller's transaction; a second request with it does not wait for how the first ends.
    Seen take(RequestKey request, Instant now) {
        if (!enter(request)) {
            return Seen.IN_FLIGHT;
        }
        forget(now);
        int taken = jdbc.sql("""
                        INSERT INTO request_key (key, fingerprint, seen_at)
                        VALUES (:key, :fingerprint, :now)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .param("key", request.key())
                .param("fingerprint", request.fingerprint())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 1) {
            return Seen.NEVER;
        }
        byte[] first = jdbc.sql("SELECT fingerprint FROM request_key WHERE key = :key")
                .param("key", request.key())
                .query(byte[].class)
                .single();
        return Arrays.equals(first, request.fingerprint()) ? Seen.WITH_THIS_BODY : Seen.WITH_ANOTHER_BODY;
    }

    private boolean enter(RequestKey request) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:key, 10))")
                .param("key", request.key())
                .query(Boolean.class)
                .single();
    }

    private void forget(Instant now) {
        jdbc.sql("""
                        DELETE FROM request_key
                        WHERE key IN (
                            SELECT key FROM request_key WHERE seen_at < :until FOR UPDATE SKIP LOCKED)
                        """).param("until", now.minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }
}
