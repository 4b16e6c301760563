package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/// Moderators at work on pages.
class HoldDeskIT extends WholeService {

    private static final String REASON = "looks_odd";
    private static final String ANNA = TestTokens.named("moderator", "anna");
    private static final String BEN = TestTokens.named("moderator", "ben");
    private static final Pattern HIDDEN = Pattern.compile("name=\"(formToken|seen)\" value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private Tool tool;
    private List<UUID> voters;

    /// Three votes, held by hand.
    @BeforeEach
    void heldVotes() {
        tool = catalog.announce();
        cast(3);
        voters = jdbc.sql("SELECT voter_id FROM votes WHERE tool_id = ? ORDER BY voter_id")
                .param(tool.id())
                .query(UUID.class)
                .list();
        rule("held", voters);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":3,\"discarded\":0}");
    }

    private void cast(int votes) {
        for (int i = 0; i < votes; i++) {
            var voter = new Visitor(port);
            String receipt = receipt(voter.cast(tool.slug(), "ship"));
            assertThat(voter.own(tool.slug(), receipt).get("counted").asBoolean())
                    .isTrue();
        }
    }

    /// Not by the desk.
    private void rule(String ruling, List<UUID> about) {
        String ids = about.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        var api = new Visitor(port);
        assertThat(api.send(api.to("/api/v1/moderation/rulings")
                                .header("Authorization", ANNA)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"tool": "%s", "ruling": "%s", "reason": "%s", "voterIds": [%s], "note": "n"}
                                        """.formatted(tool.slug(), ruling, REASON, ids))))
                        .statusCode())
                .isEqualTo(202);
    }

    private void awaitTotal(String total) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                json(new Visitor(port).get("/api/v1/tools/" + tool.slug() + "/tally/why"))
                                        .get("total")
                                        .toString())
                        .isEqualTo(total));
    }

    private String path() {
        return "/desk/votes/" + tool.id() + "/" + REASON;
    }

    private HttpResponse<String> get(String path, String moderator) {
        var browser = new Visitor(port);
        return browser.send(browser.to(path).header("Authorization", moderator));
    }

    /// With what is hidden in the page that the moderator has open.
    private String open(String moderator, String state) {
        HttpResponse<String> page = get(path() + "?state=" + state, moderator);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var hidden = new StringBuilder("state=" + state);
        Matcher fields = HIDDEN.matcher(page.body());
        while (fields.find()) {
            if (hidden.indexOf(fields.group(1) + "=") < 0) {
                hidden.append('&').append(fields.group(1)).append('=').append(encoded(fields.group(2)));
            }
        }
        return hidden.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpResponse<String> post(String act, String form, String moderator) {
        var browser = new Visitor(port);
        return browser.send(browser.to(path() + "/" + act)
                .header("Authorization", moderator)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private static String decision(String which, String decision) {
        return "&which=" + which + "&decision=" + decision + "&code=" + REASON + "&note=" + encoded("a <b>class</b>");
    }

    @Test
    void whatIsHeldIsListedByToolAndReasonWithItsAge() {
        String found = null;
        for (String at = "/desk/votes?limit=2"; at != null && found == null; ) {
            HttpResponse<String> page = get(at, ANNA);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(page.body()).doesNotContain("<script", " style=");
            found = page.body().contains(path()) ? page.body() : null;
            Matcher next = NEXT.matcher(page.body());
            at = next.find() ? HtmlUtils.htmlUnescape(next.group(1)) : null;
        }
        assertThat(found)
                .isNotNull()
                .contains("<h1>Held votes</h1>", "looks odd", "3 votes: 3 ship, 0 skip", "minutes", "nobody yet");
        assertThat(get(path() + "?limit=2", ANNA).body())
                .contains("Voter " + voters.getFirst().toString().substring(0, 8), "All 3, on every page")
                .containsPattern("rel=\"next\" href=\"" + path() + "\\?limit=2&amp;cursor=[^\"]+&amp;state=held\"")
                .containsSubsequence("Decided about this tool", "held · ", "looks_odd: n", "moderator:anna");
        for (String wrong : List.of("/desk/votes?state=restored", "/desk/votes?cursor=***", "/desk/votes?limit=0")) {
            assertThat(get(wrong, ANNA).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(get("/desk/votes/none/" + REASON, ANNA).statusCode()).isEqualTo(404);
    }

    @Test
    void whoClaimsKeepsOthersFromDoingTheSame() {
        String annas = open(ANNA, "held");
        String bens = open(BEN, "held");
        assertThat(post("claim", annas, ANNA).statusCode()).isEqualTo(303);

        assertThat(get(path(), BEN).body())
                .contains("anna has claimed these votes")
                .doesNotContain("Claim them");
        assertThat(get(path(), ANNA).body()).contains("You have claimed these votes", "Give them back");
        assertThat(post("claim", bens, BEN).statusCode()).isEqualTo(409);
        assertThat(post("release", bens, BEN).statusCode()).as("not his").isEqualTo(303);
        HttpResponse<String> late = post("decide", bens + decision("all", "discarded"), BEN);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("role=\"alert\">anna is looking at these votes.", "value=\"a &lt;b&gt;class&lt;/b&gt;\"");

        assertThat(post("release", annas, ANNA).statusCode()).isEqualTo(303);
        assertThat(post("decide", bens + decision("all", "discarded"), BEN).statusCode())
                .isEqualTo(303);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":0,\"discarded\":3}");
    }

    /// In tables that forget nothing: the claim is gone in the end.
    @Test
    void everyActIsNoted() {
        var acts = new NotedActs("vote", this::entries);
        String at = "POST /desk/votes/{tool}/{reason}/";
        String form = open(ANNA, "held");

        assertThat(acts.play(at + "claim", () -> post("claim", form, ANNA)).statusCode())
                .isEqualTo(303);
        assertThat(acts.play(at + "release", () -> post("release", form, ANNA)).statusCode())
                .isEqualTo(303);
        assertThat(acts.play(at + "decide", () -> post("decide", form + decision("all", "discarded"), ANNA))
                        .statusCode())
                .isEqualTo(303);

        assertThat(acts.unplayed()).noneMatch(act -> act.contains("/desk/votes/{tool}"));
        long noted = entries("operation_audit");
        assertThat(post("release", form, ANNA).statusCode()).isEqualTo(303);
        assertThat(entries("operation_audit"))
                .as("there was nothing to give back")
                .isEqualTo(noted);
    }

    private long entries(String table) {
        return jdbc.sql(
                        "operation_audit".equals(table)
                                ? "SELECT count(*) FROM operation_audit WHERE actor = 'anna' AND subject LIKE '%' || ? || '%'"
                                : "SELECT count(*) FROM moderation_audit WHERE actor = 'moderator:anna' AND tool_id::text = ?")
                .param(tool.id().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aClaimLapses() {
        assertThat(post("claim", open(ANNA, "held"), ANNA).statusCode()).isEqualTo(303);
        jdbc.sql("UPDATE hold_claim SET lapses_at = now() - interval '1 second' WHERE tool_id = ?")
                .param(tool.id())
                .update();

        assertThat(post("claim", open(BEN, "held"), BEN).statusCode()).isEqualTo(303);
        assertThat(get(path(), ANNA).body()).contains("ben has claimed these votes");
    }

    @Test
    void whatSomebodyElseHasDecidedStaysDecided() {
        String annas = open(ANNA, "held");
        String bens = open(BEN, "held");
        HttpResponse<String> done = post("decide", annas + decision("all", "restored"), ANNA);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue(path());
        assertThat(get(path(), ANNA).body())
                .as("before it is counted, too")
                .contains("None of them waits any more")
                .containsSubsequence("restored · ", "looks_odd: a &lt;b&gt;class&lt;/b&gt;", "moderator:anna");

        HttpResponse<String> late = post("decide", bens + decision("all", "discarded"), BEN);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has decided about these votes since you opened the page");
        awaitTotal("{\"ships\":3,\"skips\":0,\"held\":0,\"discarded\":0}");
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void tickedVotesAreDecidedAloneAndCanBeCountedAfterAll() {
        String one = "&voter=" + voters.get(1);
        assertThat(post("decide", open(ANNA, "held") + decision("ticked", "discarded") + one, ANNA)
                        .statusCode())
                .isEqualTo(303);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":2,\"discarded\":1}");

        assertThat(get(path() + "?state=discarded", ANNA).body())
                .contains("Hold them again", voters.get(1).toString())
                .doesNotContain(voters.getFirst().toString());
        assertThat(post("decide", open(ANNA, "discarded") + decision("all", "restored"), ANNA)
                        .statusCode())
                .isEqualTo(303);
        awaitTotal("{\"ships\":1,\"skips\":0,\"held\":2,\"discarded\":0}");
        assertThat(get("/desk/votes/decisions?limit=2", ANNA).body()).contains("restored · ", "rel=\"next\"");
    }

    @Test
    void tickedVotesThatWereDecidedAgainSinceThePageStay() {
        String form = open(ANNA, "held");
        List<UUID> one = List.of(voters.get(1));
        rule("discarded", one);
        rule("held", one);

        HttpResponse<String> late =
                post("decide", form + decision("ticked", "discarded") + "&voter=" + voters.get(1), ANNA);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has decided about these votes since you opened the page");
        String now = open(ANNA, "held") + decision("ticked", "discarded") + "&voter=" + voters.get(1);
        assertThat(post("decide", now, ANNA).statusCode()).isEqualTo(303);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":2,\"discarded\":1}");
    }

    /// One form decides about four votes here.
    @Test
    void aClaimStaysUntilAllOfTheVotesAreDecided() {
        cast(3);
        rule(
                "held",
                jdbc.sql("SELECT voter_id FROM votes WHERE tool_id = ? AND state = 'counted'")
                        .param(tool.id())
                        .query(UUID.class)
                        .list());
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":6,\"discarded\":0}");
        assertThat(post("claim", open(ANNA, "held"), ANNA).statusCode()).isEqualTo(303);

        HttpResponse<String> some = post("decide", open(ANNA, "held") + decision("all", "discarded"), ANNA);
        assertThat(some.statusCode()).isEqualTo(200);
        assertThat(some.body())
                .contains("4 decided, 2 remain.", "All 2, on every page", "You have claimed these votes")
                .contains("value=\"all\" checked", "value=\"a &lt;b&gt;class&lt;/b&gt;\"");
        assertThat(get(path(), BEN).body()).contains("anna has claimed these votes");

        assertThat(post("decide", open(ANNA, "held") + decision("all", "discarded"), ANNA)
                        .statusCode())
                .isEqualTo(303);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":0,\"discarded\":6}");
        assertThat(jdbc.sql("SELECT count(*) FROM hold_claim WHERE tool_id = ?")
                        .param(tool.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFaultyFormComesBackAsItWasSent() {
        String form = open(ANNA, "held");
        HttpResponse<String> wrong =
                post("decide", form + "&which=ticked&decision=held&code=Not+a+code&note=" + encoded("\"mine\""), ANNA);

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains(
                        "Nothing is decided yet; see below.", "Tick at least one vote.", "Choose what becomes of them.")
                .contains(
                        "id=\"code-fault\"",
                        "value=\"Not a code\" aria-invalid=\"true\" aria-describedby=\"code-fault\"")
                .contains("value=\"&quot;mine&quot;\"", "value=\"ticked\" checked")
                .doesNotContain("note-fault");
        HttpResponse<String> foreign = post(
                "decide", form.replaceAll("formToken=[^&]+", "formToken=old") + decision("all", "discarded"), ANNA);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("not of your present sign-in", "value=\"a &lt;b&gt;class&lt;/b&gt;\"");
        assertThat(post("decide", form.replaceAll("formToken=[^&]+", "") + decision("all", "discarded"), ANNA)
                        .statusCode())
                .isEqualTo(403);
        awaitTotal("{\"ships\":0,\"skips\":0,\"held\":3,\"discarded\":0}");
    }
}
