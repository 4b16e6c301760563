package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LedgerIT extends IssueInfrastructure {

    @Autowired
    private RecipientQueries recipients;

    @Test
    void theLedgerHoldsWhoMayBeMailedWhenSendingStarts() {
        UUID confirmed = subscriber("confirmed", "confirmed");
        UUID monthly = subscriber("monthly", "confirmed");
        UUID back = subscriber("back", "confirmed");
        subscriber("pending", "pending");
        subscriber("gone", "unsubscribed");
        UUID bounced = subscriber("bounced", "confirmed");
        UUID paused = subscriber("paused", "confirmed");
        set(monthly, "frequency = 'monthly'");
        set(back, "paused_until = '2026-11-24T12:00:00Z'");
        set(bounced, "suppressed = 'hard_bounce'");
        set(paused, "paused_until = '2026-11-24T12:00:01Z'");
        in(IssueStatus.FINISHED);
        jdbc.sql("UPDATE issue SET started_at = '2026-11-01T00:00:00Z' WHERE started_at IS NOT NULL")
                .update();

        Issue issue = in(IssueStatus.APPROVED);
        Issue sending = moves.move(issue.id(), Move.SEND, "newsletter-1");

        assertThat(sending.startedAt()).isEqualTo(NOW);
        assertThat(sending.recipients()).isEqualTo(ledger(issue.id()).size());
        var recipients = ledger(issue.id()).stream().map(row -> row.get("subscriber_id"));
        assertThat(recipients).contains(confirmed, back).doesNotContain(monthly, bounced, paused);
        assertThat(ledger(issue.id()))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("state", "pending")
                        .containsEntry("attempts", 0)
                        .containsEntry("domain", "example.org")
                        .containsEntry(
                                "message_id", "<%s.%s@localhost>".formatted(issue.id(), row.get("subscriber_id"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoWantsOneIssueAMonthGetsTheMonthsFirst() {
        UUID monthly = subscriber("monthly", "confirmed");
        set(monthly, "frequency = 'monthly'");
        jdbc.sql("UPDATE issue SET started_at = '2026-10-31T23:59:59Z' WHERE started_at IS NOT NULL")
                .update();

        Issue first = in(IssueStatus.APPROVED);
        moves.move(first.id(), Move.SEND, "newsletter-1");
        Issue second = in(IssueStatus.APPROVED);
        moves.move(second.id(), Move.SEND, "newsletter-1");

        assertThat(ledger(first.id())).anySatisfy(row -> assertThat(row).containsEntry("subscriber_id", monthly));
        assertThat(ledger(second.id()))
                .isNotEmpty()
                .noneSatisfy(row -> assertThat(row).containsEntry("subscriber_id", monthly));
    }

    @Test
    void whoChoseTopicsGetsTheIssuesThatTellOfOneOfThem() {
        String elsewhere = untold();
        UUID reader = subscriber("reader", "confirmed");
        UUID other = subscriber("other", "confirmed");
        UUID unheard = subscriber("unheard", "confirmed");
        set(reader, "topics = '{%s,developer-tools}'".formatted(elsewhere));
        set(other, "topics = '{%s}'".formatted(elsewhere));
        set(unheard, "topics = '{no-tool-has-it}'");

        Issue issue = in(IssueStatus.APPROVED);
        long expected = recipients.count(issue.id(), NOW);
        Issue sending = moves.move(issue.id(), Move.SEND, "newsletter-1");

        assertThat(recipientsOf(issue)).contains(reader, unheard).doesNotContain(other);
        assertThat(sending.recipients()).isEqualTo((int) expected);
    }

    @Test
    void anIssueThatTellsOfNoToolIsForAll() {
        UUID other = subscriber("other", "confirmed");
        set(other, "topics = '{%s}'".formatted(untold()));
        Issue issue = in(IssueStatus.APPROVED);
        jdbc.sql("UPDATE issue_entry SET dropped = true WHERE issue_id = :id")
                .param("id", issue.id())
                .update();
        moves.move(issue.id(), Move.SEND, "newsletter-1");
        assertThat(recipientsOf(issue)).contains(other);
    }

    @Test
    void whoWantsOneIssueAMonthOfATopicGetsTheFirstThatTellsOfIt() {
        String topic = untold();
        UUID monthly = subscriber("monthly", "confirmed");
        set(monthly, "frequency = 'monthly', topics = '{%s}'".formatted(topic));
        jdbc.sql("UPDATE issue SET started_at = '2026-10-31T23:59:59Z' WHERE started_at IS NOT NULL")
                .update();

        Issue ofOthers = in(IssueStatus.APPROVED);
        moves.move(ofOthers.id(), Move.SEND, "newsletter-1");
        Issue first = sentOf(topic);
        Issue second = sentOf(topic);

        assertThat(recipientsOf(ofOthers)).doesNotContain(monthly);
        assertThat(recipientsOf(first)).contains(monthly);
        assertThat(recipientsOf(second)).doesNotContain(monthly);
    }

    /// A topic of which an earlier issue has told, and the next does not.
    private String untold() {
        String topic = "topic-" + UUID.randomUUID();
        draftOf(topic);
        return topic;
    }

    private Issue draftOf(String topic) {
        tool(UUID.randomUUID(), "of-" + UUID.randomUUID(), topic);
        return draftIn(aWeek());
    }

    private Issue sentOf(String topic) {
        Issue draft = draftOf(topic);
        jdbc.sql("UPDATE issue SET status = 'approved' WHERE issue_id = :id")
                .param("id", draft.id())
                .update();
        return moves.move(draft.id(), Move.SEND, "newsletter-1");
    }

    private List<UUID> recipientsOf(Issue issue) {
        return jdbc.sql("SELECT subscriber_id FROM delivery WHERE issue_id = :id")
                .param("id", issue.id())
                .query(UUID.class)
                .list();
    }

    @Test
    void resumingFillsNothingTwice() {
        subscriber("once", "confirmed");
        Issue issue = in(IssueStatus.APPROVED);
        moves.move(issue.id(), Move.SEND, "newsletter-1");
        var before = ledger(issue.id());
        moves.move(issue.id(), Move.PAUSE, "newsletter-1");
        subscriber("later", "confirmed");
        Issue resumed = moves.move(issue.id(), Move.RESUME, "newsletter-1");

        assertThat(ledger(issue.id())).isEqualTo(before);
        assertThat(resumed.recipients()).isEqualTo(before.size());
    }

    @Test
    void retryQueuesAgainWhatWasRejectedAndNothingElse() {
        for (int i = 0; i < 4; i++) {
            subscriber("retry" + i, "confirmed");
        }
        Issue issue = in(IssueStatus.APPROVED);
        moves.move(issue.id(), Move.SEND, "newsletter-1");
        assertThat(moves.endIfDone(issue.id())).as("rows are waiting").isFalse();
        state(issue, "sent");
        oneAs(issue, "in_doubt");
        Object rejected = oneAs(issue, "rejected");
        jdbc.sql("UPDATE delivery SET attempts = 26, deferred_millis = 259000000 WHERE issue_id = :id")
                .param("id", issue.id())
                .update();
        oneAs(issue, "suppressed");

        assertThat(moves.endIfDone(issue.id())).isTrue();
        assertThat(moves.endIfDone(issue.id())).as("has ended").isFalse();
        Issue ended = issues.byId(issue.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(IssueStatus.FINISHED_WITH_FAILURES);
        assertThat(ended.finishedAt()).isEqualTo(NOW);

        Issue again = moves.move(issue.id(), Move.RETRY_FAILED, "newsletter-1");
        assertThat(again.finishedAt()).isNull();
        assertThat(ledger(issue.id()).stream().filter(row -> row.get("state").equals("pending")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("subscriber_id", rejected)
                        .containsEntry("attempts", 0)
                        .containsEntry("deferred_millis", 0L));
    }

    @Test
    void anIssueWithoutFailuresIsFinished() {
        subscriber("fine", "confirmed");
        Issue issue = in(IssueStatus.APPROVED);
        moves.move(issue.id(), Move.SEND, "newsletter-1");
        state(issue, "sent");
        assertThat(moves.endIfDone(issue.id())).isTrue();
        assertThat(issues.byId(issue.id()).orElseThrow().status()).isEqualTo(IssueStatus.FINISHED);
        assertThat(audit(issue.id()).getLast())
                .containsAllEntriesOf(Map.of("actor", "dispatch", "action", "finish", "to_status", "finished"));
    }

    private void set(UUID subscriber, String what) {
        jdbc.sql("UPDATE subscriber SET " + what + " WHERE subscriber_id = :id")
                .param("id", subscriber)
                .update();
    }

    private void state(Issue issue, String state) {
        jdbc.sql("UPDATE delivery SET state = :state WHERE issue_id = :id")
                .param("state", state)
                .param("id", issue.id())
                .update();
    }

    private Object oneAs(Issue issue, String state) {
        return jdbc.sql("""
                        UPDATE delivery SET state = :state WHERE issue_id = :id AND subscriber_id = (
                            SELECT subscriber_id FROM delivery WHERE issue_id = :id AND state = 'sent' LIMIT 1)
                        RETURNING subscriber_id
                        """)
                .param("state", state)
                .param("id", issue.id())
                .query(UUID.class)
                .single();
    }
}
