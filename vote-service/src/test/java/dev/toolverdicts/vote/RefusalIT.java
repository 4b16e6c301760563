package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.vote.Catalog.Tool;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalIT extends WholeService {

    private Visitor visitor;
    private Tool tool;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        tool = catalog.announce();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThatObject(json(response)).satisfies(problem -> {
            assertThat(problem.get("type").asString()).isEqualTo("https://toolverdicts.dev/problems/" + type);
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("title").asString()).isNotBlank();
            assertThat(problem.get("instance").asString()).startsWith("/");
        });
    }

    private void assertNothingStored() {
        assertThat(topics.read("vote.cast.v1", tool.id().toString())).isEmpty();
    }

    private HttpResponse<String> put(String body, String type) {
        var request = visitor.to("/api/v1/tools/" + tool.slug() + "/vote").PUT(BodyPublishers.ofString(body));
        return visitor.send(type == null ? request : request.header("Content-Type", type));
    }

    @Test
    void badBodiesAreToldWhatIsWrong() {
        HttpResponse<String> broken = put("{\"choice\":", "application/json");
        assertProblem(broken, 400, "malformed-json");
        assertThat(json(broken).at("/errors/0/pointer").isString()).isTrue();
        HttpResponse<String> wrong = put("{\"choice\":\"perhaps\"}", "application/json; charset=utf-8");
        assertProblem(wrong, 400, "invalid-input");
        assertThat(json(wrong).at("/errors/0/pointer").asString()).isEqualTo("/choice");
        assertProblem(put("", "application/json"), 400, "malformed-json");
        HttpResponse<String> plain = put("{\"choice\":\"ship\"}", "text/plain");
        assertProblem(plain, 415, "unsupported-media-type");
        assertThat(plain.body()).contains("The body must be sent as application/json.");
        assertProblem(put("{\"choice\":\"ship\"}", null), 415, "unsupported-media-type");
        assertProblem(put("{\"choice\":\"ship\"}", ";;;"), 415, "unsupported-media-type");
        assertProblem(put(" ".repeat(70_000) + "{\"choice\":\"ship\"}", "application/json"), 413, "body-too-large");
        assertNothingStored();
    }

    @Test
    void anUnknownToolIsNotFound() {
        assertProblem(visitor.cast("no-such-tool", "ship"), 404, "tool-not-found");
        assertProblem(visitor.withdraw("no-such-tool"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tools/no-such-tool/tally"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tallies/stream?tools=no-such-tool"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tools/..a/tally"), 404, "tool-not-found");
        assertProblem(visitor.get("/api/v1/tools/a%00/tally"), 400, "bad-request");
    }

    @Test
    void aToolThatWasTakenDownGetsNoVotesAndShowsNone() {
        receipt(visitor.cast(tool.slug(), "ship"));
        catalog.takeDown(tool);
        String tally = "/api/v1/tools/" + tool.slug() + "/tally";
        await().atMost(SOON).until(() -> visitor.get(tally).statusCode() == 410);

        assertProblem(visitor.get(tally), 410, "tool-taken-down");
        assertThat(json(visitor.get(tally)).get("reason").asString()).isEqualTo("Sample reason");
        assertProblem(visitor.cast(tool.slug(), "skip"), 410, "tool-taken-down");
        assertProblem(visitor.get(tally + "/why"), 410, "tool-taken-down");
        HttpResponse<String> page = visitor.get("/tool/" + tool.slug() + "/votes");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Tool taken down").doesNotContain("Mistral");
    }

    @Test
    void aTamperedCookieIsRefusedAndCleared() {
        visitor.get("/api/v1/votes?tools=" + tool.slug());
        visitor.cookies.computeIfPresent(
                "voter", (_, value) -> (value.charAt(0) == 'A' ? 'B' : 'A') + value.substring(1));
        HttpResponse<String> refused = visitor.cast(tool.slug(), "ship");
        assertProblem(refused, 400, "voter-cookie-invalid");
        assertThat(refused.headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .startsWith("voter=;")
                .contains("Max-Age=0");
        assertThat(visitor.cookies).doesNotContainKey("voter");
        assertNothingStored();
        receipt(visitor.cast(tool.slug(), "ship"));
    }

    @Test
    void anotherVotersReceiptIsNoReceipt() {
        String foreign = receipt(new Visitor(port).cast(tool.slug(), "ship"));
        HttpResponse<String> refused = visitor.get("/api/v1/tools/" + tool.slug() + "/vote?after=" + foreign);
        assertProblem(refused, 400, "invalid-input");
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/after");
    }

    @Test
    void anotherSiteCannotVote() {
        assertProblem(
                visitor.send(visitor.voting(tool.slug(), "ship").header("Sec-Fetch-Site", "cross-site")),
                403,
                "cross-site-request");
        assertProblem(
                visitor.send(visitor.to("/api/v1/tools/" + tool.slug() + "/vote")
                        .header("Sec-Fetch-Site", "cross-site")
                        .DELETE()),
                403,
                "cross-site-request");
        assertNothingStored();
        receipt(visitor.send(visitor.voting(tool.slug(), "ship").header("Sec-Fetch-Site", "same-origin")));
    }

    @Test
    void listsOfToolsAreBounded() {
        assertProblem(visitor.get("/api/v1/votes"), 400, "invalid-input");
        assertProblem(visitor.get("/api/v1/tallies/stream?tools="), 400, "invalid-input");
        assertProblem(visitor.get("/api/v1/votes?tools=" + "a,".repeat(5) + many(101)), 400, "invalid-input");
    }

    private static String many(int count) {
        var slugs = new StringBuilder();
        for (int i = 0; i < count; i++) {
            slugs.append("t-").append(i).append(',');
        }
        return slugs.toString();
    }

    @Test
    void aFormVotesWithoutScripts() {
        String token = formToken();
        HttpResponse<String> voted =
                visitor.submit(tool.slug(), Map.of("choice", "ship", "formToken", token, "back", "/compare/a-vs-b"));
        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(303);
        assertThat(voted.headers().firstValue("Location")).contains("/compare/a-vs-b");
        assertThat(visitor.own(tool.slug()).get("choice").asString()).isEqualTo("ship");
        HttpResponse<String> withdrawn = visitor.submit(
                tool.slug(), Map.of("choice", "none", "formToken", token, "back", "https://evil.example/"));
        assertThat(withdrawn.statusCode()).isEqualTo(303);
        assertThat(withdrawn.headers().firstValue("Location")).contains("/tool/" + tool.slug());
        assertThat(visitor.own(tool.slug()).get("choice").isNull()).isTrue();
    }

    @Test
    void aFormWithoutATokenIsOneClickFromAVote() {
        var fresh = new Visitor(port);
        HttpResponse<String> asked = fresh.submit(tool.slug(), Map.of("choice", "skip", "formToken", ""));
        assertPage(asked, 403);
        Matcher token = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"").matcher(asked.body());
        assertThat(token.find()).as(asked.body()).isTrue();
        assertThat(asked.body()).contains("name=\"choice\" value=\"skip\"");

        HttpResponse<String> voted = fresh.submit(tool.slug(), Map.of("choice", "skip", "formToken", token.group(1)));

        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(303);
        assertThat(fresh.own(tool.slug()).get("choice").asString()).isEqualTo("skip");
    }

    private HttpResponse<String> newcomersForm(Visitor newcomer, String header, String value) {
        return newcomer.send(newcomer.to("/tool/" + tool.slug() + "/vote")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("choice=ship&formToken=&back=/compare/a-vs-b")));
    }

    /// Their page could not be given a token in time, or is a kept one.
    @Test
    void aNewcomersFormOfThisSiteVotesAtOnce() {
        var newcomer = new Visitor(port);
        HttpResponse<String> voted = newcomersForm(newcomer, "Sec-Fetch-Site", "same-origin");

        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(303);
        assertThat(voted.headers().firstValue("Location")).contains("/compare/a-vs-b");
        assertThat(newcomer.cookies).containsKeys("voter", "voter-recent");
        assertThat(newcomer.own(tool.slug()).get("choice").asString()).isEqualTo("ship");

        HttpResponse<String> again = newcomersForm(newcomer, "Sec-Fetch-Site", "same-origin");
        assertPage(again, 403);
        assertThat(again.body()).as("a voter needs their token").contains("Once more, please");
    }

    @Test
    void aNewcomersFormOfAnotherSiteDoesNotVote() {
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertPage(newcomersForm(new Visitor(port), "Sec-Fetch-Site", site), 403);
        }
        for (String origin : List.of("https://evil.example", "null")) {
            assertPage(newcomersForm(new Visitor(port), "Origin", origin), 403);
        }
        assertNothingStored();
    }

    private String formToken() {
        return json(visitor.get("/api/v1/votes?tools=" + tool.slug()))
                .get("formToken")
                .asString();
    }

    private static void assertPage(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        assertThat(response.body()).contains("<a href=");
    }

    @Test
    void aFormThatWasNotMadeForTheVoterIsRefusedWithAWayBack() {
        String token = formToken();
        assertPage(visitor.submit(tool.slug(), Map.of("choice", "ship")), 403);
        assertPage(new Visitor(port).submit(tool.slug(), Map.of("choice", "ship", "formToken", token)), 403);
        var other = new Visitor(port);
        other.get("/api/v1/votes?tools=" + tool.slug());
        assertPage(other.submit(tool.slug(), Map.of("choice", "ship", "formToken", token)), 403);
        assertPage(visitor.submit(tool.slug(), Map.of("choice", "maybe", "formToken", token)), 400);
        HttpResponse<String> markup = visitor.submit(
                tool.slug(), Map.of("choice", "<b>", "formToken", token, "back", "/\"><script>alert(1)</script>"));
        assertPage(markup, 400);
        assertThat(markup.body()).doesNotContain("<script>");
        assertPage(
                visitor.send(visitor.to("/tool/" + tool.slug() + "/vote")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString("choice=ship&formToken=" + token))),
                403);
        assertNothingStored();
    }
}
