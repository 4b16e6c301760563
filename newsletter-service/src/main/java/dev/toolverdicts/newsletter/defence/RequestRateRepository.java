package dev.toolverdicts.newsletter.defence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestRateRepository {

    private final JdbcClient jdbc;

    RequestRateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Exact with any number of copies: the row's lock lets one count after the other.
    Allowance take(String kind, byte[] subject, Rate rate, Instant now) {
        Optional<Instant> taken = jdbc.sql("""
                        INSERT INTO request_rate AS r (kind, subject, full_at)
                        VALUES (:kind, :subject, :now + :step * interval '1 microsecond')
                        ON CONFLICT (kind, subject) DO UPDATE SET
                            full_at = greatest(r.full_at, :now) + :step * interval '1 microsecond'
                        WHERE greatest(r.full_at, :now) + :step * interval '1 microsecond'
                            <= :now + :per * interval '1 microsecond'
                        RETURNING full_at
                        """)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("step", rate.stepMicros())
                .param("per", rate.micros())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
        return Allowance.of(taken.isPresent(), rate, taken.orElseGet(() -> fullAt(kind, subject, now)), now);
    }

    private Instant fullAt(String kind, byte[] subject, Instant now) {
        return jdbc.sql("SELECT full_at FROM request_rate WHERE kind = :kind AND subject = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }

    /// Who has all of the allowance back needs no row.
    void forget(Instant now) {
        jdbc.sql("""
                        DELETE FROM request_rate WHERE (kind, subject) IN (
                            SELECT kind, subject FROM request_rate WHERE full_at < :now
                            LIMIT 100 FOR UPDATE SKIP LOCKED)
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
