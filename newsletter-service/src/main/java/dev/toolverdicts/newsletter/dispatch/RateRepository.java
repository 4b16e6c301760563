package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A limit of n in a window is n slots. Each is taken before a message and free again a window after it, so no
/// window, wherever it begins, sees more than n; restarts and further copies change nothing. By the database's
/// clock, the only one that all copies share.
@Repository
class RateRepository {

    private final JdbcClient jdbc;

    RateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void prepare(String scope, int limit) {
        jdbc.sql("""
                        INSERT INTO send_slot (scope, slot, free_at)
                        SELECT :scope, n, '-infinity'::timestamptz FROM generate_series(0, :limit - 1) AS n
                        ON CONFLICT DO NOTHING
                        """).param("scope", scope).param("limit", limit).update();
    }

    /// @param lease so long, and the window besides, a slot is lost whose taker dies
    Optional<Permit.Slot> take(String scope, int limit, Duration lease, Duration window) {
        return jdbc.sql("""
                        WITH free AS (
                            SELECT slot FROM send_slot
                            WHERE scope = :scope AND slot < :limit AND free_at <= clock_timestamp()
                            ORDER BY free_at LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        UPDATE send_slot s SET free_at = clock_timestamp() + :millis * interval '1 millisecond'
                        FROM free WHERE s.scope = :scope AND s.slot = free.slot
                        RETURNING s.slot, s.free_at
                        """)
                .param("scope", scope)
                .param("limit", limit)
                .param("millis", lease.plus(window).toMillis())
                .query((row, _) -> new Permit.Slot(
                        scope,
                        row.getInt("slot"),
                        row.getObject("free_at", OffsetDateTime.class).toInstant(),
                        window))
                .optional();
    }

    /// Free again after the window; at once when nothing was handed over. One that was held for too long is somebody
    /// else's by now, and stays it.
    void free(Permit.Slot slot, boolean used) {
        jdbc.sql("""
                        UPDATE send_slot SET free_at = clock_timestamp() + :millis * interval '1 millisecond'
                        WHERE scope = :scope AND slot = :slot AND free_at = :held
                        """)
                .param("millis", used ? slot.window().toMillis() : 0)
                .param("scope", slot.scope())
                .param("slot", slot.number())
                .param("held", slot.heldUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Halves a limit for ten minutes, once for all that are refused in the same ten seconds.
    void brake(String scope) {
        jdbc.sql("""
                        INSERT INTO send_brake AS b (scope, halvings, until)
                        VALUES (:scope, 1, clock_timestamp() + interval '10 minutes')
                        ON CONFLICT (scope) DO UPDATE SET
                            halvings = CASE WHEN b.until > clock_timestamp() THEN least(b.halvings + 1, 6) ELSE 1 END,
                            until = excluded.until
                        WHERE b.until < excluded.until - interval '10 seconds'
                        """).param("scope", scope).update();
    }

    int halvings(String scope) {
        return jdbc.sql("SELECT halvings FROM send_brake WHERE scope = :scope AND until > clock_timestamp()")
                .param("scope", scope)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Which day with mail today is, counted from one.
    int day() {
        jdbc.sql("INSERT INTO send_day (day) VALUES (current_date) ON CONFLICT DO NOTHING")
                .update();
        return jdbc.sql("SELECT count(*) FROM send_day").query(Integer.class).single();
    }
}
