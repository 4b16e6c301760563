package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The week's issue from its draft to the archive, through the front door. A week has one issue, so this is one story.
class WeeklyStoryIT {

    private static final String ISSUES = "/api/v1/newsletter/issues";

    private final Visitor author = editor("weekly-author");
    private final Visitor second = editor("weekly-second");
    private final Visitor reader = new Visitor();
    private final Mailbox mailbox = new Mailbox();
    private final Optional<Look> look = Look.ifPossible();

    @AfterEach
    void close() {
        look.ifPresent(Look::close);
    }

    @Test
    void anIssueIsDraftedApprovedByAnotherSentAndRead() {
        String stays = subscriber("stays");
        String leaves = subscriber("leaves");
        String slug =
                Sample.newTool(Visitor.bearing(Stack.running().token("editor")), "Weekly Story " + System.nanoTime());
        await().until(() -> author.json("/api/v1/newsletter/digest").toString().contains(slug));

        JsonNode draft = answer(author.post(ISSUES, ""), 201);
        String issue = ISSUES + "/" + draft.path("id").asString();
        String week = draft.path("isoWeek").asString();
        assertThat(answer(author.post(ISSUES, ""), 200).path("id")).isEqualTo(draft.path("id"));
        assertThat(draft.path("entries").toString()).contains(slug);
        assertThat(reader.get(issue).statusCode())
                .as("a draft is nobody's business")
                .isEqualTo(404);
        assertThat(reader.get("/weekly/" + week).statusCode()).isEqualTo(404);

        String desk = "/desk/newsletter/" + draft.path("id").asString();
        look("desk-draft", desk);
        look("desk-checks", desk + "?checks=true");

        JsonNode checks = author.json(issue + "/preflight");
        assertThat(checks.path("passed").asBoolean()).as(checks.toString()).isTrue();
        assertThat(author.get("/desk/newsletter").body()).contains(week);
        assertThat(author.get(issue + "/preview.txt").body()).contains("/weekly/" + week);

        assertThat(author.post(issue + "/send", "").statusCode())
                .as("not approved")
                .isEqualTo(409);
        assertThat(author.post(issue + "/approve", "").statusCode())
                .as("by the author")
                .isEqualTo(409);
        answer(second.post(issue + "/approve", ""), 202);
        look("desk-approved", desk);
        answer(second.post(issue + "/send", ""), 202);

        assertThat(reader.get("/weekly/" + week).body())
                .contains("/tool/", "</html>")
                .doesNotContain("weekly-author", "weekly-second", "{{");
        assertThat(reader.get("/weekly").body()).contains("/weekly/" + week);
        assertThat(reader.get("/feeds/weekly.atom").body()).contains("/weekly/" + week);
        assertThat(reader.json("/feeds/weekly.json").path("items").toString()).contains("/weekly/" + week);
        assertThat(reader.json(ISSUES).path("issues").toString()).contains(week);
        assertThat(reader.json(issue).path("isoWeek").asString()).isEqualTo(week);
        assertThat(author.json(issue + "/deliveries").path("deliveries").isArray())
                .isTrue();

        assertThat(mailbox.await(stays, "Weekly AI Tool Verdicts:"))
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        String mail = mailbox.await(leaves, "Weekly AI Tool Verdicts:");
        await().until(() -> author.json(issue).path("status").asString().equals("finished"));
        assertThat(author.json(issue + "/deliveries")
                        .path("progress")
                        .path("sent")
                        .asInt())
                .isGreaterThanOrEqualTo(2);

        look("desk-sent", desk);
        look("desk-ledger", desk + "/deliveries");
        look.ifPresent(browser -> browser.at("weekly-issue", "/weekly/" + week));

        String oneClick = Mailbox.link(mail, "/newsletter/unsubscribe");
        assertThat(reader.get(oneClick).statusCode()).as("looking ends nothing").isEqualTo(200);
        String form = "application/x-www-form-urlencoded";
        assertThat(new Visitor()
                        .send("POST", oneClick, form, "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(mailbox.find(leaves, "Weekly AI Tool Verdicts:"))
                .as("one copy")
                .hasSize(1);
    }

    private static String subscriber(String name) {
        var subscriber = new Subscriber(name);
        subscriber.confirm();
        return subscriber.address();
    }

    private void look(String name, String path) {
        look.ifPresent(browser -> browser.at(name, path, Stack.running().token("newsletter")));
    }

    private static Visitor editor(String subject) {
        return Visitor.bearing(Stack.running().token("newsletter", "--subject", subject));
    }

    private static JsonNode answer(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Stack.JSON.readTree(answer.body());
    }
}
