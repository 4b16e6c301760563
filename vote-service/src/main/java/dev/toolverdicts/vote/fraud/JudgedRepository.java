package dev.toolverdicts.vote.fraud;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Up to when all votes are judged, whenever they were counted. It outlives a copy: what is accepted while nobody
/// counts
/// is judged afterwards.
class JudgedRepository {

    private final JdbcClient jdbc;

    JudgedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param first what it is where nobody has ever judged
    Instant since(Instant first) {
        return jdbc.sql("""
                        INSERT INTO fraud_judged AS f (one, judged_until) VALUES (true, :first)
                        ON CONFLICT (one) DO UPDATE SET judged_until = f.judged_until RETURNING judged_until
                        """)
                .param("first", first.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void until(Instant at) {
        jdbc.sql("""
                        INSERT INTO fraud_judged AS f (one, judged_until) VALUES (true, :at)
                        ON CONFLICT (one) DO UPDATE SET judged_until = greatest(f.judged_until, excluded.judged_until)
                        """).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }
}
