package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.issue.Move;
import dev.toolverdicts.newsletter.mail.Outcome.Accepted;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An issue that has ended has no row that waits: nobody would come for it.
class EndedIssueIT extends DispatchInfrastructure {

    private static final Instant LATER = NOW.plus(LEASE).plusSeconds(1);
    private static final String OPERATOR = "operator-1";

    @Autowired
    private DoubtService decisions;

    /// A row whose worker was lost at the dot, and is given up.
    private Claim doubt(UUID issue) {
        Claim claim = ledger.claim(issue, "worker", 1, Set.of(), NOW).getFirst();
        assertThat(ledger.passDot(claim, NOW)).isTrue();
        leases.sweep(LEASE, LATER);
        return claim;
    }

    private Claim endedInDoubt() {
        UUID issue = sendingIssue(1);
        Claim claim = doubt(issue);
        assertThat(moves.endIfDone(issue)).isTrue();
        assertThat(status(issue)).isEqualTo("finished_with_failures");
        return claim;
    }

    @Test
    void sendingAgainBringsTheIssueBackAndSaysWhoWantedIt() {
        Claim doubt = endedInDoubt();
        UUID issue = doubt.issueId();
        String path = "/api/v1/newsletter/issues/" + issue + "/deliveries/" + doubt.subscriberId() + "/resolve";

        var answer = postJson(path, "{\"decision\": \"resend\"}", "Authorization", TestTokens.bearer("newsletter"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(status(issue)).isEqualTo("sending");
        assertThat(jdbc.sql("SELECT action, from_status, to_status, actor <> 'dispatch' AS by_a_person FROM issue_audit"
                                + " WHERE issue_id = :i ORDER BY version DESC LIMIT 1")
                        .param("i", issue)
                        .query()
                        .singleRow())
                .isEqualTo(Map.of(
                        "action", "resend",
                        "from_status", "finished_with_failures",
                        "to_status", "sending",
                        "by_a_person", true));
        Claim again = ledger.claim(issue, "worker", 1, Set.of(), LATER).getFirst();
        assertThat(again.attempts()).as("begun anew").isEqualTo(1);
        assertThat(ledger.passDot(again, LATER)).isTrue();
        ledger.sent(again, new Accepted(250, "ok"), LATER).join();
        assertThat(moves.endIfDone(issue)).isTrue();
        assertThat(status(issue)).isEqualTo("finished");
    }

    @Test
    void aWordThatItArrivedLeavesTheIssueEnded() {
        Claim doubt = endedInDoubt();
        decisions.resolve(doubt.issueId(), doubt.subscriberId(), Decision.SENT, OPERATOR, DoubtNote.NONE);
        assertThat(status(doubt.issueId())).isEqualTo("finished_with_failures");
        assertThat(counts(doubt.issueId())).isEqualTo(Map.of("sent", 1L));
    }

    @Test
    void nothingOfACancelledIssueIsSentAgain() {
        UUID issue = sendingIssue(1);
        Claim doubt = doubt(issue);
        moves.move(issue, Move.CANCEL, OPERATOR);

        assertThatThrownBy(
                        () -> decisions.resolve(issue, doubt.subscriberId(), Decision.RESEND, OPERATOR, DoubtNote.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(409));

        assertThat(status(issue)).isEqualTo("cancelled");
        assertThat(counts(issue)).as("still to be decided").isEqualTo(Map.of("in_doubt", 1L));
        decisions.resolve(issue, doubt.subscriberId(), Decision.SENT, OPERATOR, DoubtNote.NONE);
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 1L));
    }

    @Test
    void ofAWordAndAnEndAtOnceNeitherIsLost() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 30; i++) {
                UUID issue = sendingIssue(1);
                Claim doubt = doubt(issue);
                Callable<Void> word = () -> {
                    decisions.resolve(issue, doubt.subscriberId(), Decision.RESEND, OPERATOR, DoubtNote.NONE);
                    return null;
                };
                Callable<Void> end = () -> {
                    moves.endIfDone(issue);
                    return null;
                };
                for (var done : two.invokeAll(i % 2 == 0 ? List.of(word, end) : List.of(end, word))) {
                    done.get();
                }
                assertThat(counts(issue)).isEqualTo(Map.of("pending", 1L));
                assertThat(status(issue)).isEqualTo("sending");
            }
        }
    }

    @Test
    void aLateRefusalLeavesNoRowWaitingInAnIssueThatHasEnded() {
        Claim doubt = endedInDoubt();
        ledger.deferred(doubt, 451, "4.3.0 later", Duration.ofMinutes(1), LATER);
        assertThat(counts(doubt.issueId())).isEqualTo(Map.of("rejected", 1L));

        moves.move(doubt.issueId(), Move.RETRY_FAILED, OPERATOR);
        assertThat(ledger.claim(doubt.issueId(), "worker", 1, Set.of(), LATER)).hasSize(1);
    }

    @Test
    void aLateRefusalWaitsAgainWhereTheIssueGoesOn() {
        UUID issue = sendingIssue(1);
        ledger.deferred(doubt(issue), 451, "4.3.0 later", Duration.ofMinutes(1), LATER);
        assertThat(counts(issue)).isEqualTo(Map.of("pending", 1L));
    }

    /// Promise G6: every row of a cancelled issue says what became of it.
    @Test
    void cancellingLeavesNobodyWaitingWhoeverHoldsTheirRow() {
        UUID issue = sendingIssue(8);
        List<Claim> held = ledger.claim(issue, "worker", 6, Set.of(), NOW);
        assertThat(ledger.passDot(held.get(0), NOW)).isTrue();
        assertThat(ledger.passDot(held.get(1), NOW)).isTrue();

        moves.move(issue, Move.CANCEL, OPERATOR);

        await().untilAsserted(() ->
                assertThat(counts(issue)).isEqualTo(Map.of("suppressed", 2L, "claimed", 4L, "at_dot", 2L)));
        ledger.sent(held.get(0), new Accepted(250, "ok"), NOW).join();
        ledger.deferred(held.get(1), 451, "later", Duration.ofMinutes(1), NOW);
        assertThat(ledger.passDot(held.get(2), NOW)).isFalse();
        ledger.release(held.get(3), NOW);
        ledger.holdBack(held.get(4), LATER, NOW);
        leases.sweep(LEASE, LATER);
        assertThat(counts(issue)).isEqualTo(Map.of("sent", 1L, "suppressed", 7L));
    }
}
