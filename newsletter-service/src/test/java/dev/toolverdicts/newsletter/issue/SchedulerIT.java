package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two copies of the scheduler, each with a clock that jumps as it likes.
class SchedulerIT extends IssueInfrastructure {

    private static final Instant DUE = Instant.parse("2027-03-05T08:00:00Z");

    /// What other tests have left scheduled would be due here.
    @BeforeEach
    void nothingElseIsDue() {
        jdbc.sql("UPDATE issue SET status = 'cancelled' WHERE status = 'scheduled'")
                .update();
    }

    @Test
    void twoSchedulersWithJumpingClocksStartAnIssueOnce() throws Exception {
        subscriber("scheduled", "confirmed");
        for (int round = 0; round < 10; round++) {
            Issue issue = scheduled(DUE);
            var seed = new Random(round);
            try (var two = Executors.newFixedThreadPool(2)) {
                var runs = two.invokeAll(List.of(copy(seed.nextLong()), copy(seed.nextLong())));
                assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(1);
            }
            Issue after = issues.byId(issue.id()).orElseThrow();
            assertThat(after.status()).isEqualTo(IssueStatus.SENDING);
            assertThat(after.version()).isEqualTo(issue.version() + 1);
            assertThat(audit(issue.id()))
                    .filteredOn(row -> row.get("action").equals("send"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("actor", "scheduler"));
            assertThat(ledger(issue.id())).hasSize(after.recipients());
        }
    }

    /// @return how many issues it has started
    private Callable<Integer> copy(long seed) {
        return () -> {
            var random = new Random(seed);
            int started = 0;
            for (int tick = 0; tick < 40; tick++) {
                // Up to an hour early or late, forwards and backwards.
                Instant now = DUE.plusSeconds(random.nextInt(7200) - 3600);
                started += moves.startDue(now).isPresent() ? 1 : 0;
            }
            started += moves.startDue(DUE).isPresent() ? 1 : 0;
            return started;
        };
    }

    @Test
    void nothingIsStartedEarly() {
        Issue issue = scheduled(DUE);
        assertThat(moves.startDue(DUE.minusMillis(1))).isEmpty();
        assertThat(issues.byId(issue.id())).hasValue(issue);
        assertThat(moves.startDue(DUE)).isPresent();
    }

    @Test
    void aScheduleMissedByMoreThanAnHourWaitsForAHuman() {
        subscriber("missed", "confirmed");
        Issue onTheHour = scheduled(DUE);
        assertThat(moves.startDue(DUE.plus(Duration.ofHours(1))).orElseThrow().status())
                .isEqualTo(IssueStatus.SENDING);

        Issue missed = scheduled(DUE);
        Issue paused =
                moves.startDue(DUE.plus(Duration.ofHours(1)).plusMillis(1)).orElseThrow();
        assertThat(paused.status()).isEqualTo(IssueStatus.PAUSED);
        assertThat(paused.startedAt()).isNull();
        assertThat(ledger(missed.id())).isEmpty();
        assertThat(audit(missed.id()).getLast()).containsEntry("action", "miss").containsEntry("actor", "scheduler");
        assertThat(moves.startDue(DUE)).as("no clock brings it back").isEmpty();

        Issue resumed = moves.move(missed.id(), Move.RESUME, "newsletter-1");
        assertThat(resumed.startedAt()).isNotNull();
        assertThat(ledger(missed.id())).isNotEmpty().hasSize(resumed.recipients());
        assertThat(ledger(onTheHour.id())).isNotEmpty();
    }

    @Test
    void whatTellsOfAToolThatWasTakenDownWaitsForAHuman() {
        Issue due = scheduled(DUE);
        takeDown(due);
        Issue paused = moves.startDue(DUE).orElseThrow();
        assertThat(paused.status()).isEqualTo(IssueStatus.PAUSED);
        assertThat(ledger(due.id())).isEmpty();
        assertThat(audit(due.id()).getLast())
                .containsEntry("action", "miss")
                .containsEntry("detail", "tells of a tool that was taken down");
        assertThatThrownBy(() -> moves.move(due.id(), Move.RESUME, "newsletter-1"))
                .isInstanceOf(TellsOfTakenDown.class);
    }

    @Test
    void whatIsBeingSentStopsWhenAToolOfItIsTakenDown() {
        UUID id = in(IssueStatus.APPROVED).id();
        // Within a transaction, which no dispatcher sees into.
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(
                            "UPDATE issue SET status = 'sending', started_at = created_at, recipients = 0 WHERE issue_id = :id")
                    .param("id", id)
                    .update();
            moves.pauseWhatIsTakenDown();
            Issue sending = issues.byId(id).orElseThrow();
            assertThat(sending.status()).isEqualTo(IssueStatus.SENDING);

            takeDown(sending);
            moves.pauseWhatIsTakenDown();
            assertThat(issues.byId(id).orElseThrow().status()).isEqualTo(IssueStatus.PAUSED);
        });
        assertThat(audit(id).getLast())
                .containsEntry("actor", "scheduler")
                .containsEntry("detail", "tells of a tool that was taken down");
    }

    private void takeDown(Issue issue) {
        jdbc.sql("""
                        UPDATE digest_tool SET taken_down = true
                        WHERE tool_id IN (SELECT tool_id FROM issue_entry WHERE issue_id = :id)
                        """).param("id", issue.id()).update();
    }

    private Issue scheduled(Instant at) {
        Issue issue = in(IssueStatus.APPROVED);
        jdbc.sql("UPDATE issue SET status = 'scheduled', scheduled_at = :at WHERE issue_id = :id")
                .param("at", at.atOffset(java.time.ZoneOffset.UTC))
                .param("id", issue.id())
                .update();
        return issues.byId(issue.id()).orElseThrow();
    }
}
