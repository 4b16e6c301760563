package dev.toolverdicts.newsletter.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.WaitingMail;
import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.platform.web.FormToken;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever newsletter editors do is noted with their name, and never with a reader's address.
class AuditIT extends DeskInfrastructure {

    private static final String API = "/api/v1/newsletter/issues/";
    private static final String OF_API = API + "{id}";
    private static final String OF_DESK = DESK + "/{id}";
    private static final String OWN = "own-address@example.org";

    private final String fresh = "audited-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void nobodyElseIsAsked() {
        jdbc.sql("DELETE FROM invitation").update();
        new WaitingMail(jdbc).forget(fresh);
    }

    private long entries(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE actor = 'newsletter-1'")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> answered(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> ask(String method, String path, String type, String body, String token) {
        return send(method, path, body, "Content-Type", type, "Authorization", token);
    }

    private HttpResponse<String> ask(String path, String json) {
        return ask("POST", path, "application/json", json, TOKEN);
    }

    private UUID drafted(String title) {
        return sent.idOf(sent.draft(title));
    }

    @Test
    void everyActOfANewsletterEditorIsNoted() {
        var acts = new NotedActs("newsletter", this::entries);
        String withAddress = TestTokens.bearer("newsletter", OWN);
        String named = API + drafted("Audited by program");
        String desk = DESK + "/" + drafted("Audited at the desk");
        String finished = sent.issue("Audited afterwards", "");
        UUID issue = sent.idOf(finished);

        acts.play(
                "POST /api/v1/newsletter/bounces",
                () -> answered(
                        202,
                        ask("POST", "/api/v1/newsletter/bounces", "message/rfc822", "Subject: x\r\n\r\ny\r\n", TOKEN)));
        acts.play(
                "POST /api/v1/newsletter/subscriptions/import",
                () -> answered(
                        200,
                        ask(
                                "POST",
                                "/api/v1/newsletter/subscriptions/import?dryRun=false",
                                "text/csv",
                                "email\n" + fresh + "\n",
                                TOKEN)));
        // Nobody listens where the tests' service sends its mail: that it was tried is noted.
        acts.play(
                "POST " + OF_API + "/test-send",
                () -> answered(502, ask("POST", named + "/test-send", "application/json", "{}", withAddress)));
        acts.play(
                "POST " + OF_DESK + "/test-send",
                () -> post(
                        desk + "/test-send", "", withAddress, FormToken.of(withAddress.substring("Bearer ".length()))));
        acts.play("POST " + OF_API + "/approve", () -> answered(202, ask(named + "/approve", "{}")));
        acts.play(
                "POST " + OF_API + "/corrections",
                () -> answered(202, ask(API + issue + "/corrections", "{\"note\": \"It was 3 of 4.\"}")));
        acts.play("POST " + OF_DESK + "/approve", () -> answered(303, post(desk + "/approve", "")));
        acts.play(
                "POST " + OF_DESK + "/{word:send|pause|resume|retry-failed|cancel}",
                () -> answered(303, post(desk + "/cancel", "")));
        String edited = DESK + "/" + drafted("Audited edit") + "/edit";
        acts.play(
                "POST " + OF_DESK + "/edit",
                () -> answered(303, post(edited, "version=1&subject=Theirs&intro=Words&kept-1=yes&note-1=Note")));
        String row = "/deliveries/{subscriberId}/resolve";
        acts.play(
                "POST " + OF_API + row,
                () -> answered(204, ask(API + issue + doubt(issue), "{\"decision\": \"sent\"}")));
        acts.play(
                "POST " + OF_DESK + row,
                () -> answered(303, post(DESK + "/" + issue + doubt(issue), "decision=sent&state=in_doubt&after=")));

        assertThat(acts.unplayed("/operations/"))
                .as("MoveIT looks at each of these moves, DraftIT, IssueIT and DeskIT at drafts, ImportPageIT at files")
                .containsExactly(
                        "POST " + API.substring(0, API.length() - 1),
                        "POST " + OF_API + "/cancel",
                        "POST " + OF_API + "/pause",
                        "POST " + OF_API + "/resume",
                        "POST " + OF_API + "/retry-failed",
                        "POST " + OF_API + "/schedule",
                        "POST " + OF_API + "/send",
                        "POST " + DESK,
                        "POST " + DESK + "/import",
                        "POST " + OF_DESK + "/schedule",
                        "PUT " + OF_API);
        assertThat(jdbc.sql(
                                "SELECT string_agg(concat_ws(' ', actor, subject, reason, detail), ' ') FROM operation_audit")
                        .query(String.class)
                        .single())
                .doesNotContain("@");
    }

    private String doubt(UUID issue) {
        return "/deliveries/"
                + delivery(issue, "doubt-" + UUID.randomUUID(), "in_doubt", null, "worker lost at the dot")
                + "/resolve";
    }
}
