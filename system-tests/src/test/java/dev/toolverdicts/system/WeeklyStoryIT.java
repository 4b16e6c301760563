package dev.toolverdicts.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The week's issue from its draft to the archive, through the front door. A week has one issue, so
/// this is one story.
class WeeklyStoryIT {

    private static final String ISSUES = "/api/v1/newsletter/issues";

    private final Visitor author = editor("weekly-author");
    private final Visitor second = editor("weekly-second");
    private final Visitor reader = new Visitor();
    private final Mailbox mailbox = new Mailbox();
    private final Optional<Lookers> lookers = Lookers.ifPossible();

    @AfterEach
    void close() {
        lookers.ifPresent(Lookers::close);
    }

    @Test
    void anIssueIsDraftedApprovedByAnotherSentAndRead() {
        String stays = subscriber("stays");
        String leaves = subscriber("leaves");
        String name = "Weekly Story " + System.nanoTime();
        String slug = mixed(name);
        await().until(() -> isTold(slug));
        everySurfaceSaysMixed(slug, name);

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
        look(Map.of("desk-draft", desk, "desk-checks", desk + "?checks=true"));

        JsonNode checks = author.json(issue + "/preflight");
        assertThat(checks.path("passed").asBoolean()).as(checks.toString()).isTrue();
        assertThat(author.get("/desk/newsletter").body()).contains(week);
        assertThat(author.get(issue + "/preview.txt").body())
                .contains("/weekly/" + week)
                .as("the mail says the verdict of every page")
                .contains(name + ": mixed");

        assertThat(author.post(issue + "/send", "").statusCode())
                .as("not approved")
                .isEqualTo(409);
        assertThat(author.post(issue + "/approve", "").statusCode())
                .as("by the author")
                .isEqualTo(409);
        answer(second.post(issue + "/approve", ""), 202);
        look(Map.of("desk-approved", desk));
        answer(second.post(issue + "/send", ""), 202);

        assertThat(reader.get("/weekly/" + week).body())
                .contains("/tool/", "</html>")
                .doesNotContain("weekly-author", "weekly-second", "{{");
        assertThat(reader.get("/weekly").body()).contains("/weekly/" + week);
        assertThat(reader.get("/weekly/" + week + ".md").body()).contains(name, "Mixed, 2 ship / 2 skip");
        assertThat(reader.get("/sitemaps/weekly.xml").body()).contains("/weekly/" + week + "</loc><lastmod>2");
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

        look(Map.of("desk-sent", desk, "desk-ledger", desk + "/deliveries"));
        lookers.ifPresent(browsers -> Lookers.await(browsers.look(look -> look.at("weekly-issue", "/weekly/" + week))));

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

    /// A tool that two critics ship and two skip: where rules differ, they differ here.
    private static String mixed(String name) {
        Visitor editor = Visitor.bearing(Stack.running().token("editor"));
        String slug = Sample.newTool(editor, name);
        Map.of("builder", "ship", "skeptic", "skip", "futurist", "ship", "founder", "skip")
                .forEach((critic, verdict) -> assertThat(editor.put(
                                        "/api/v1/tools/" + slug + "/reviews/" + critic,
                                        Sample.review(verdict, 50, "Sample."))
                                .statusCode())
                        .isEqualTo(201));
        return slug;
    }

    private boolean isTold(String slug) {
        return author.json("/api/v1/newsletter/digest")
                .path("entries")
                .valueStream()
                .anyMatch(entry -> entry.at("/tool/slug").asString().equals(slug)
                        && entry.path("to").asString("").equals("mixed"));
    }

    /// API, card, table, tool page, share text and badge; the mail follows.
    private void everySurfaceSaysMixed(String slug, String name) {
        await().until(() -> reader.json("/api/v1/tools/" + slug)
                .at("/panel/verdict")
                .asString()
                .equals("mixed"));
        assertThat(reader.get("/search?q=" + name.replace(" ", "%20")).body()).contains(name, "chip chip-small mixed");
        assertThat(reader.json(Sample.comparison(slug)).at("/decision/0/values").toString())
                .contains("Mixed · 2 ship / 2 skip");
        assertThat(reader.get("/tool/" + slug).body())
                .contains("<title>" + name + ": Mixed · Tool Verdicts</title>", name + ": MIXED");
        assertThat(reader.get("/badge/" + slug + ".svg").body()).contains("Mixed 2–2");
    }

    private static String subscriber(String name) {
        var subscriber = new Subscriber(name);
        subscriber.confirm();
        return subscriber.address();
    }

    /// @param pages of the desk, all of the present moment, by the names of their pictures
    private void look(Map<String, String> pages) {
        String token = Stack.running().token("newsletter");
        lookers.ifPresent(browsers -> pages.entrySet().stream()
                .map(page -> browsers.look(look -> look.at(page.getKey(), page.getValue(), token)))
                .toList()
                .forEach(Lookers::await));
    }

    private static Visitor editor(String subject) {
        return Visitor.bearing(Stack.running().token("newsletter", "--subject", subject));
    }

    private static JsonNode answer(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Stack.JSON.readTree(answer.body());
    }
}
