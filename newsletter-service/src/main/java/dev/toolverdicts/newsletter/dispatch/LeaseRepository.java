package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows that a worker holds and works on no more.
@Repository
class LeaseRepository {

    private final JdbcClient jdbc;

    LeaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Rows that a living worker has claimed and not begun.
    int giveBack(String worker, Instant now) {
        return jdbc.sql("""
                        WITH edition AS (
                            SELECT issue_id, status FROM issue
                            WHERE issue_id IN (SELECT issue_id FROM delivery
                                               WHERE state = 'claimed' AND claimed_by = :worker)
                            ORDER BY issue_id
                            FOR SHARE)
                        UPDATE delivery d
                        SET state = %s, attempts = d.attempts - 1, updated_at = :now
                        FROM edition
                        WHERE d.issue_id = edition.issue_id AND d.state = 'claimed' AND d.claimed_by = :worker
                        """.formatted(GivenBack.STATE))
                .param("worker", worker)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Rows of workers that have been silent for longer than the lease. Before the dot nothing has been sent; at the
    /// dot nobody knows, and a guess would skip people or mail them twice.
    int sweep(Duration lease, Instant now) {
        return jdbc.sql("""
                        WITH edition AS (
                            SELECT issue_id, status FROM issue
                            WHERE issue_id IN (SELECT issue_id FROM delivery
                                               WHERE state IN ('claimed', 'at_dot') AND claimed_at < :before)
                            ORDER BY issue_id
                            FOR SHARE)
                        UPDATE delivery d
                        SET state = CASE d.state WHEN 'claimed' THEN %s ELSE 'in_doubt' END,
                            smtp_reply = CASE d.state WHEN 'claimed' THEN d.smtp_reply
                                                      ELSE 'worker lost at the dot' END,
                            updated_at = :now
                        FROM edition
                        WHERE d.issue_id = edition.issue_id AND d.state IN ('claimed', 'at_dot')
                          AND d.claimed_at < :before AND d.updated_at < :before
                        """.formatted(GivenBack.STATE))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(lease).atOffset(ZoneOffset.UTC))
                .update();
    }
}
