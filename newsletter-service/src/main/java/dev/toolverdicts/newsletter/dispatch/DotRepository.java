package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.mail.Outcome;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The two statements that every message needs, before its dot and after it, each for as many messages as there are at
/// that moment: most of what they cost is not for the rows.
class DotRepository {

    /// What PostgreSQL takes the length of an array for when it does not know it. All are as long, so that a plan
    /// for unknown ones is as good as any, and is made once.
    static final int MOST = 10;

    private final JdbcClient jdbc;

    DotRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A message of which all has been handed over but the dot.
    record Waiting(Claim claim, Instant now) {}

    /// A message that the server answers for.
    record Taken(Claim claim, Outcome.Accepted accepted, Instant now) {}

    /// See [DeliveryRepository#passDot]. Never waits for a lock: one reader who is just leaving must not hold up the
    /// others' mails.
    ///
    /// @param messages at most [#MOST]
    /// @return for each message whether its dot may be sent without asking further
    List<Boolean> pass(List<Waiting> messages) {
        List<Claim> claims = messages.stream().map(Waiting::claim).toList();
        Set<Integer> passed = jdbc.sql("""
                        WITH asked AS (
                            SELECT * FROM unnest(:issues::uuid[], :subscribers::uuid[], :fences::bigint[])
                                WITH ORDINALITY AS a (issue_id, subscriber_id, fence, message)
                        ), reader AS (
                            SELECT subscriber_id FROM subscriber
                            WHERE subscriber_id = ANY (:subscribers::uuid[]) AND status = 'confirmed'
                              AND suppressed IS NULL AND (paused_until IS NULL OR paused_until <= :now)
                            FOR SHARE SKIP LOCKED
                        ), edition AS (
                            SELECT issue_id FROM issue WHERE issue_id = ANY (:issues::uuid[]) AND status = 'sending'
                            FOR SHARE SKIP LOCKED
                        )
                        UPDATE delivery d SET state = 'at_dot', updated_at = :now
                        FROM asked JOIN reader USING (subscriber_id) JOIN edition USING (issue_id)
                        WHERE d.issue_id = asked.issue_id AND d.subscriber_id = asked.subscriber_id
                          AND d.state = 'claimed' AND d.fence = asked.fence
                        RETURNING asked.message
                        """)
                .param("issues", column(claims, UUID.class, Claim::issueId))
                .param("subscribers", column(claims, UUID.class, Claim::subscriberId))
                .param("fences", column(claims, Long.class, Claim::fence))
                .param("now", latest(messages, Waiting::now))
                .query(Integer.class)
                .set();
        return IntStream.rangeClosed(1, messages.size())
                .mapToObj(passed::contains)
                .toList();
    }

    /// See [DeliveryRepository#sent].
    ///
    /// @param messages at most [#MOST]
    /// @return for each message that it is written
    List<Boolean> sent(List<Taken> messages) {
        List<Claim> claims = messages.stream().map(Taken::claim).toList();
        jdbc.sql("""
                        UPDATE delivery d
                        SET state = 'sent', smtp_code = nullif(taken.code, 0), smtp_reply = taken.reply, updated_at = :now
                        FROM unnest(:issues::uuid[], :subscribers::uuid[], :fences::bigint[], :codes::int[],
                                    :replies::text[]) AS taken (issue_id, subscriber_id, fence, code, reply)
                        WHERE d.issue_id = taken.issue_id AND d.subscriber_id = taken.subscriber_id
                          AND d.state IN ('claimed', 'at_dot', 'in_doubt') AND d.fence = taken.fence
                          AND set_config('synchronous_commit', 'off', true) = 'off'
                        """)
                .param("issues", column(claims, UUID.class, Claim::issueId))
                .param("subscribers", column(claims, UUID.class, Claim::subscriberId))
                .param("fences", column(claims, Long.class, Claim::fence))
                .param(
                        "codes",
                        column(
                                messages,
                                Integer.class,
                                message -> message.accepted().code()))
                .param(
                        "replies",
                        column(
                                messages,
                                String.class,
                                message -> message.accepted().reply()))
                .param("now", latest(messages, Taken::now))
                .update();
        return messages.stream().map(_ -> true).toList();
    }

    private static <M> OffsetDateTime latest(List<M> messages, Function<M, Instant> time) {
        return messages.stream()
                .map(time)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .atOffset(ZoneOffset.UTC);
    }

    /// Filled up with nothing, which is no row's.
    @SuppressWarnings("unchecked")
    private static <M, T> T[] column(List<M> messages, Class<T> type, Function<M, T> value) {
        var column = (T[]) Array.newInstance(type, MOST);
        for (int i = 0; i < messages.size(); i++) {
            column[i] = value.apply(messages.get(i));
        }
        return column;
    }
}
