package dev.toolverdicts.newsletter.defence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpentWorkRepository {

    private final JdbcClient jdbc;

    SpentWorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when it was spent before, also by somebody at the same moment
    boolean add(byte[] hash, Instant expires, Instant now) {
        jdbc.sql("""
                        DELETE FROM spent_work WHERE challenge_hash IN (
                            SELECT challenge_hash FROM spent_work WHERE expires_at < :now
                            LIMIT 100 FOR UPDATE SKIP LOCKED)
                        """).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return jdbc.sql("""
                        INSERT INTO spent_work (challenge_hash, expires_at) VALUES (:hash, :expires)
                        ON CONFLICT (challenge_hash) DO NOTHING
                        """)
                        .param("hash", hash)
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
