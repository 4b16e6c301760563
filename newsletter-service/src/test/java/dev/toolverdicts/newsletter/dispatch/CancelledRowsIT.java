package dev.toolverdicts.newsletter.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.issue.Move;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelledRowsIT extends DispatchInfrastructure {

    private static final int PART = 1000;

    @Test
    void noTransactionOfACancelledIssueHoldsMoreThanAPart() {
        UUID issue = sendingIssue(2 * PART + 500);
        moves.move(issue, Move.CANCEL, "operator-1");
        settled(issue, Map.of("suppressed", 2L * PART + 500));

        assertThat(jdbc.sql("""
                                SELECT max(rows) FROM (
                                    SELECT count(*) AS rows FROM delivery WHERE issue_id = :i GROUP BY xmin::text) AS parts
                                """).param("i", issue).query(Long.class).single()).isEqualTo(PART);
    }

    /// The issue is cancelled for good with the first commit, whatever the ledger still says.
    @Test
    void whatAProcessThatDiedLeftIsDoneByTheNext() {
        UUID issue = sendingIssue(20);
        var held = ledger.claim(issue, "worker", 5, Set.of(), NOW);
        jdbc.sql("UPDATE delivery SET state = 'sent' WHERE issue_id = :i AND subscriber_id = :s")
                .param("i", issue)
                .param("s", held.getFirst().subscriberId())
                .update();
        jdbc.sql("UPDATE issue SET status = 'cancelled' WHERE issue_id = :i")
                .param("i", issue)
                .update();
        assertThat(ledger.passDot(held.getLast(), NOW)).isFalse();
        settled(issue, Map.of("sent", 1L, "claimed", 3L, "suppressed", 16L));
        assertThat(status(issue)).isEqualTo("cancelled");
    }

    private void settled(UUID issue, Map<String, Long> rows) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(counts(issue)).isEqualTo(rows));
    }
}
