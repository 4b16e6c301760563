package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger as those who send change it. All workers of a copy use this one, so that what every message needs is
/// written together for those who come at the same time.
@Repository
class DeliveryRepository {

    private final JdbcClient jdbc;
    private final GroupCommit<DotRepository.Waiting, Boolean> passing;
    private final GroupCommit<DotRepository.Taken, Boolean> settling;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        var dots = new DotRepository(jdbc);
        this.passing = new GroupCommit<>(DotRepository.MOST, dots::pass);
        this.settling = new GroupCommit<>(DotRepository.MOST, dots::sent);
    }

    /// Rows that are due and that nobody else is just claiming.
    ///
    /// @param without domains that are left out
    List<Claim> claim(UUID issueId, String worker, int most, Set<String> without, Instant now) {
        return jdbc.sql("""
                        WITH due AS (
                            SELECT issue_id, subscriber_id FROM delivery
                            WHERE issue_id = :issue AND state = 'pending'
                              AND (next_attempt_at IS NULL OR next_attempt_at <= :now)
                              AND domain <> ALL (:without)
                            ORDER BY next_attempt_at NULLS FIRST
                            LIMIT :most
                            FOR NO KEY UPDATE SKIP LOCKED)
                        UPDATE delivery d
                        SET state = 'claimed', fence = d.fence + 1, claimed_by = :worker, claimed_at = :now,
                            attempts = d.attempts + 1, updated_at = :now
                        FROM due JOIN subscriber s USING (subscriber_id)
                        WHERE d.issue_id = due.issue_id AND d.subscriber_id = due.subscriber_id
                        RETURNING d.issue_id, d.subscriber_id, d.delivery_no, s.email, d.message_id, d.fence,
                                  d.attempts, d.deferred_millis
                        """)
                .param("issue", issueId)
                .param("worker", worker)
                .param("most", most)
                .param("without", without.toArray(String[]::new))
                .param("now", at(now))
                .query((row, _) -> claim(row))
                .list();
    }

    /// The point of no return, durable when it returns.
    ///
    /// @return whether the dot may be sent
    boolean passDot(Claim claim, Instant now) {
        return answer(passing.ask(new DotRepository.Waiting(claim, now))) || passAlone(claim, now);
    }

    /// The same in one statement, which also notes why not. Both locks wait for an unsubscribe or a pause that
    /// is just being committed and then see it; one that comes later comes after this mail. The row must still
    /// be the claim's.
    private boolean passAlone(Claim claim, Instant now) {
        return jdbc.sql("""
                        WITH reader AS (
                            SELECT status = 'confirmed' AND suppressed IS NULL
                                   AND (paused_until IS NULL OR paused_until <= :now) AS mailable
                            FROM subscriber WHERE subscriber_id = :subscriber FOR SHARE),
                        edition AS (SELECT status FROM issue WHERE issue_id = :issue FOR SHARE)
                        UPDATE delivery d
                        SET state = CASE WHEN NOT reader.mailable THEN 'suppressed'
                                         WHEN edition.status = 'sending' THEN 'at_dot'
                                         WHEN edition.status = 'cancelled' THEN 'suppressed'
                                         ELSE 'pending' END,
                            attempts = d.attempts - CASE WHEN edition.status = 'sending' THEN 0 ELSE 1 END,
                            updated_at = :now
                        FROM reader, edition
                        WHERE d.issue_id = :issue AND d.subscriber_id = :subscriber
                          AND d.state = 'claimed' AND d.fence = :fence
                        RETURNING d.state
                        """)
                .param("now", at(now))
                .param("subscriber", claim.subscriberId())
                .param("issue", claim.issueId())
                .param("fence", claim.fence())
                .query(String.class)
                .optional()
                .filter("at_dot"::equals)
                .isPresent();
    }

    /// Does not wait until it is written.
    ///
    /// @return done when it is
    CompletableFuture<Boolean> sent(Claim claim, Outcome.Accepted accepted, Instant now) {
        return settling.ask(new DotRepository.Taken(claim, accepted, now));
    }

    /// @throws org.springframework.dao.DataAccessException as the statement did
    static boolean answer(CompletableFuture<Boolean> asked) {
        try {
            return asked.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    void rejected(Claim claim, int code, String reply, Instant now) {
        settle(claim, "rejected", code, reply, now);
    }

    void inDoubt(Claim claim, String reason, Instant now) {
        settle(claim, "in_doubt", 0, reason, now);
    }

    /// Also when the row was given up for lost meanwhile: it is surely not sent.
    void deferred(Claim claim, int code, String reply, Duration wait, Instant now) {
        jdbc.sql("""
                        WITH edition AS (SELECT status FROM issue WHERE issue_id = :issue FOR SHARE)
                        UPDATE delivery d
                        SET state = %s, smtp_code = nullif(:code, 0), smtp_reply = :reply,
                            next_attempt_at = :until, deferred_millis = d.deferred_millis + :wait, updated_at = :now
                        FROM edition
                        WHERE d.issue_id = :issue AND d.subscriber_id = :subscriber
                          AND d.state IN ('claimed', 'at_dot', 'in_doubt') AND d.fence = :fence
                        """.formatted(GivenBack.STATE))
                .param("issue", claim.issueId())
                .param("code", code)
                .param("reply", reply)
                .param("until", at(now.plus(wait)))
                .param("wait", wait.toMillis())
                .param("now", at(now))
                .param("subscriber", claim.subscriberId())
                .param("fence", claim.fence())
                .update();
    }

    /// What became of it. Also when the row was given up for lost meanwhile: knowing is better than doubting,
    /// unless an operator has decided. Not waited for to be durable: if the database forgets it, the row is in
    /// doubt, as it would have been without.
    private void settle(Claim claim, String state, int code, String reply, Instant now) {
        jdbc.sql("""
                        UPDATE delivery
                        SET state = :state, smtp_code = nullif(:code, 0), smtp_reply = :reply, updated_at = :now
                        WHERE issue_id = :issue AND subscriber_id = :subscriber
                          AND state IN ('claimed', 'at_dot', 'in_doubt') AND fence = :fence
                          AND set_config('synchronous_commit', 'off', true) = 'off'
                        """)
                .param("state", state)
                .param("code", code)
                .param("reply", reply)
                .param("now", at(now))
                .param("issue", claim.issueId())
                .param("subscriber", claim.subscriberId())
                .param("fence", claim.fence())
                .update();
    }

    /// Gives a row back whose dot has surely not been sent; the attempt does not count.
    void release(Claim claim, Instant now) {
        giveBack(claim, null, now);
    }

    /// The same, for a little later.
    void holdBack(Claim claim, Instant until, Instant now) {
        giveBack(claim, until, now);
    }

    private void giveBack(Claim claim, @Nullable Instant until, Instant now) {
        jdbc.sql("""
                        WITH edition AS (SELECT status FROM issue WHERE issue_id = :issue FOR SHARE)
                        UPDATE delivery d
                        SET state = %s, attempts = d.attempts - 1, updated_at = :now,
                            next_attempt_at = coalesce(:until::timestamptz, d.next_attempt_at)
                        FROM edition
                        WHERE d.issue_id = :issue AND d.subscriber_id = :subscriber
                          AND d.state IN ('claimed', 'at_dot') AND d.fence = :fence
                        """.formatted(GivenBack.STATE))
                .param("issue", claim.issueId())
                .param("now", at(now))
                .param("until", until == null ? null : at(until))
                .param("subscriber", claim.subscriberId())
                .param("fence", claim.fence())
                .update();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("issue_id", UUID.class),
                row.getObject("subscriber_id", UUID.class),
                row.getLong("delivery_no"),
                row.getString("email"),
                row.getString("message_id"),
                row.getLong("fence"),
                row.getInt("attempts"),
                Duration.ofMillis(row.getLong("deferred_millis")));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
