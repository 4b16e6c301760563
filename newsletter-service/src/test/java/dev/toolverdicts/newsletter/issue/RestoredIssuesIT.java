package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// In one transaction each, which is rolled back: the running service has a scheduler that would
/// start what is due, and other tests have issues of theirs.
class RestoredIssuesIT extends IssueInfrastructure {

    @Test
    void whatWouldGoOutByItselfWaitsForAnEditorAfterARestore() {
        transactions.executeWithoutResult(transaction -> {
            Issue sending = in(IssueStatus.SENDING);
            Issue due = scheduled(NOW.minus(Duration.ofMinutes(10)));
            Issue later = scheduled(NOW.plus(Duration.ofMinutes(10)));
            Issue draft = drafted();

            new RestoredIssues(new RestoredSettings(true), moves).start();

            assertThat(status(sending)).isEqualTo(IssueStatus.PAUSED);
            assertThat(status(due)).isEqualTo(IssueStatus.PAUSED);
            assertThat(status(later)).isEqualTo(IssueStatus.SCHEDULED);
            assertThat(status(draft)).isEqualTo(IssueStatus.DRAFT);
            assertThat(audit(sending.id()).getLast())
                    .containsEntry("actor", "restore")
                    .containsEntry("action", "pause");
            assertThat(audit(due.id()).getLast())
                    .containsEntry("actor", "restore")
                    .containsEntry("action", "miss");
            assertThat(moves.startDue(NOW)).as("it does not start by itself").isEmpty();

            assertThat(moves.move(sending.id(), Move.RESUME, "editor-1").status())
                    .isEqualTo(IssueStatus.SENDING);
            assertThat(moves.move(due.id(), Move.CANCEL, "editor-1").status()).isEqualTo(IssueStatus.CANCELLED);
            transaction.setRollbackOnly();
        });
    }

    @Test
    void holdingAgainChangesNothing() {
        transactions.executeWithoutResult(transaction -> {
            Issue sending = in(IssueStatus.SENDING);

            assertThat(moves.hold()).contains(sending.id());

            assertThat(moves.hold()).doesNotContain(sending.id());
            transaction.setRollbackOnly();
        });
    }

    @Test
    void anOrdinaryStartHoldsNothing() {
        transactions.executeWithoutResult(transaction -> {
            Issue sending = in(IssueStatus.SENDING);

            new RestoredIssues(new RestoredSettings(false), moves).start();

            assertThat(status(sending)).isEqualTo(IssueStatus.SENDING);
            transaction.setRollbackOnly();
        });
    }

    private IssueStatus status(Issue issue) {
        return issues.byId(issue.id()).orElseThrow().status();
    }

    private Issue scheduled(Instant at) {
        Issue issue = in(IssueStatus.APPROVED);
        jdbc.sql("UPDATE issue SET status = 'scheduled', scheduled_at = :at WHERE issue_id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", issue.id())
                .update();
        return issues.byId(issue.id()).orElseThrow();
    }
}
