package dev.toolverdicts.newsletter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestTokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MoveIT extends IssueInfrastructure {

    private static final List<Move> ASKED =
            List.of(Move.APPROVE, Move.SCHEDULE, Move.SEND, Move.PAUSE, Move.RESUME, Move.CANCEL, Move.RETRY_FAILED);

    @ParameterizedTest
    @EnumSource
    void aLegalMoveIsMadeAndNotedAndAnIllegalOneChangesNothing(IssueStatus status) {
        for (Move move : ASKED) {
            Issue before = in(status);
            var answer = ask(before, move, move == Move.SCHEDULE ? TOMORROW : "");
            Issue after = issues.byId(before.id()).orElseThrow();
            if (move.isLegalFrom(status)) {
                assertThat(answer.statusCode()).as(status + " " + move).isEqualTo(202);
                assertThat(json(answer).get("status").stringValue())
                        .isEqualTo(move.to().toString());
                assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + after.version() + "\"");
                assertThat(after.version()).isEqualTo(before.version() + 1);
                assertThat(audit(before.id()).getLast())
                        .containsEntry("actor", "newsletter-1")
                        .containsEntry("action", move.toString())
                        .containsEntry("from_status", status.toString())
                        .containsEntry("to_status", move.to().toString());
            } else {
                assertThat(answer.statusCode()).as(status + " " + move).isEqualTo(409);
                assertThat(json(answer).get("status").intValue()).isEqualTo(409);
                assertThat(json(answer).get("type").stringValue()).endsWith("/illegal-move");
                assertThat(json(answer).get("issueStatus").stringValue()).isEqualTo(status.toString());
                assertThat(after).isEqualTo(before);
                assertThat(audit(before.id())).hasSize(1);
            }
        }
    }

    @Test
    void theAuthorNeedsAReasonToApproveAlone() {
        Issue own = drafted();
        jdbc.sql("UPDATE issue SET author = 'newsletter-1' WHERE issue_id = :id")
                .param("id", own.id())
                .update();

        var alone = json(ask(own, Move.APPROVE, ""));
        assertThat(alone.get("type").stringValue()).endsWith("/second-person-needed");
        assertThat(alone.at("/errors/0/pointer").stringValue()).isEqualTo("/override");
        assertThat(ask(own, Move.APPROVE, "{}").statusCode()).isEqualTo(409);
        assertThat(ask(own, Move.APPROVE, "{\"override\": \"\"}").statusCode()).isEqualTo(409);
        assertThat(issues.byId(own.id()).orElseThrow().status()).isEqualTo(IssueStatus.DRAFT);

        assertThat(ask(own, Move.APPROVE, "{\"override\": \"the other one is ill\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(audit(own.id()).getLast()).containsEntry("detail", "the other one is ill");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scheduledAt\": \"2026-12-24T09:00\"} | /zone",
                "{\"zone\": \"Europe/Berlin\"} | /scheduledAt",
                "{\"scheduledAt\": \"tomorrow\", \"zone\": \"Europe/Berlin\"} | /scheduledAt",
                "{\"scheduledAt\": \"2026-12-24T09:00\", \"zone\": \"Berlin\"} | /zone",
                "{\"scheduledAt\": \"2026-11-24T13:00\", \"zone\": \"Europe/Berlin\"} | /scheduledAt",
                "{\"scheduledAt\": 5, \"zone\": \"Europe/Berlin\"} | /scheduledAt"
            })
    void aScheduleThatCannotBeIsRefused(String body, String pointer) {
        Issue approved = in(IssueStatus.APPROVED);
        var answer = ask(approved, Move.SCHEDULE, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(issues.byId(approved.id())).hasValue(approved);
    }

    @Test
    void aScheduleIsKeptAsItsMomentAndItsZone() {
        Issue approved = in(IssueStatus.APPROVED);
        var answer = json(
                ask(approved, Move.SCHEDULE, "{\"scheduledAt\": \"2027-07-01T09:00\", \"zone\": \"Europe/Berlin\"}"));
        assertThat(answer.get("scheduledAt").stringValue()).isEqualTo("2027-07-01T07:00:00Z");
        assertThat(answer.get("zone").stringValue()).isEqualTo("Europe/Berlin");
    }

    @Test
    void ofTwoWhoSendAtOnceOneSends() throws Exception {
        subscriber("at-once", "confirmed");
        Issue approved = in(IssueStatus.APPROVED);
        Callable<Integer> send = () -> ask(approved, Move.SEND, "").statusCode();
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.of(send, send));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(202, 409);
        }
        assertThat(ledger(approved.id())).isNotEmpty();
        assertThat(audit(approved.id())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, SEND", "PAUSED, RESUME", "FINISHED_WITH_FAILURES, RETRY_FAILED"})
    void whatTellsOfAToolThatWasTakenDownIsNotSent(IssueStatus status, Move move) {
        Issue issue = in(status);
        jdbc.sql("""
                        UPDATE digest_tool SET taken_down = true
                        WHERE tool_id IN (SELECT tool_id FROM issue_entry WHERE issue_id = :id)
                        """).param("id", issue.id()).update();

        var answer = ask(issue, move, "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("type").stringValue()).endsWith("/tells-of-taken-down");
        assertThat(issues.byId(issue.id())).hasValue(issue);
    }

    @Test
    void anIssueNobodyKnowsCannotBeMoved() {
        var path = "/api/v1/newsletter/issues/%s/send";
        var token = TestTokens.bearer("newsletter");
        assertThat(postJson(path.formatted("nonsense"), "{}", "Authorization", token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(postJson(path.formatted("0199a8c0-0000-7000-8000-000000000901"), "{}", "Authorization", token)
                        .statusCode())
                .isEqualTo(404);
    }

    private static final String TOMORROW = "{\"scheduledAt\": \"2026-11-25T09:00\", \"zone\": \"Europe/Berlin\"}";

    private HttpResponse<String> ask(Issue issue, Move move, String body) {
        var path = "/api/v1/newsletter/issues/" + issue.id() + "/" + move;
        var token = TestTokens.bearer("newsletter");
        return body.isEmpty()
                ? send("POST", path, "", "Authorization", token)
                : postJson(path, body, "Authorization", token);
    }
}
