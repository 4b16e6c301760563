package dev.toolverdicts.newsletter.bounce;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportRepository {

    /// Whom a report is about.
    ///
    /// @param issueId null for mail that is no issue
    record Subject(@Nullable UUID issueId, UUID subscriberId) {}

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Subject> subject(long number) {
        return jdbc.sql("SELECT issue_id, subscriber_id FROM delivery WHERE delivery_no = :number")
                .param("number", number)
                .query((row, _) ->
                        new Subject(row.getObject("issue_id", UUID.class), row.getObject("subscriber_id", UUID.class)))
                .optional();
    }

    Optional<Subject> subject(UUID subscriberId) {
        return jdbc.sql("SELECT subscriber_id FROM subscriber WHERE subscriber_id = :id")
                .param("id", subscriberId)
                .query((row, _) -> new Subject(null, row.getObject("subscriber_id", UUID.class)))
                .optional();
    }

    /// Keeps a report; false when it is known already.
    boolean add(Report report, @Nullable Subject subject, @Nullable String excerpt, Instant now) {
        return jdbc.sql("""
                        INSERT INTO bounce_report (digest, kind, issue_id, subscriber_id, status, excerpt, received_at)
                        VALUES (:digest, :kind, :issue, :subscriber, :status, :excerpt, :now)
                        ON CONFLICT (digest) DO NOTHING
                        """)
                        .param("digest", report.digest())
                        .param(
                                "kind",
                                subject == null
                                        ? ReportKind.UNKNOWN.key()
                                        : report.kind().key())
                        .param("issue", subject == null ? null : subject.issueId())
                        .param("subscriber", subject == null ? null : subject.subscriberId())
                        .param("status", report.status())
                        .param("excerpt", excerpt)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Several reports on one message are one bounce. Those on alerts do not count: of these
    /// come many in a day.
    int softBouncesSince(UUID subscriberId, Instant since) {
        return jdbc.sql("""
                        SELECT count(DISTINCT issue_id) FROM bounce_report
                        WHERE subscriber_id = :subscriber AND kind = 'soft' AND received_at > :since
                        """)
                .param("subscriber", subscriberId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /// A complaint outweighs every other reason but that the person was erased.
    void suppress(UUID subscriberId, String reason) {
        jdbc.sql("""
                        UPDATE subscriber SET suppressed = :reason
                        WHERE subscriber_id = :subscriber
                          AND (suppressed IS NULL OR (:reason = 'complaint' AND suppressed <> 'erased'))
                        """).param("reason", reason).param("subscriber", subscriberId).update();
    }

    /// As the unsubscribing page does it: a confirmation that waits in the inbox must not bring back
    /// what was ended.
    void unsubscribe(UUID subscriberId, UUID issueId, Instant now) {
        jdbc.sql("""
                        WITH ended AS (
                            UPDATE subscriber
                            SET status = 'unsubscribed', suppressed = coalesce(suppressed, 'unsubscribed'),
                                unsubscribed_at = :now, unsubscribed_from = :issue,
                                topics = '{}', frequency = 'weekly', paused_until = NULL
                            WHERE subscriber_id = :subscriber AND status IN ('pending', 'confirmed')
                            RETURNING subscriber_id),
                        unfollowed AS (
                            DELETE FROM follow
                            WHERE target_kind = 'all' AND subscriber_id IN (SELECT subscriber_id FROM ended))
                        DELETE FROM mailed_token
                        WHERE purpose IN ('confirm', 'address') AND subscriber_id IN (SELECT subscriber_id FROM ended)
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("issue", issueId)
                .param("subscriber", subscriberId)
                .update();
    }

    /// How many people called an issue spam, of how many who got it.
    Complaints complaints(UUID issueId, Instant since) {
        return jdbc.sql("""
                        SELECT (SELECT count(DISTINCT subscriber_id) FROM bounce_report
                                WHERE issue_id = :issue AND kind = 'complaint' AND received_at > :since) AS complaints,
                               (SELECT count(*) FROM delivery
                                WHERE issue_id = :issue AND state = 'sent' AND updated_at > :since) AS delivered
                        """)
                .param("issue", issueId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Complaints(row.getLong("complaints"), row.getLong("delivered")))
                .single();
    }
}
