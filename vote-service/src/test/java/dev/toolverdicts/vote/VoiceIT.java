package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.NotedActs;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What voters say with their votes, and what becomes public of it.
class VoiceIT extends WholeService {

    private static final String ANNA = TestTokens.named("moderator", "anna");

    private Tool tool;
    private Visitor visitor;
    private String reason;

    @BeforeEach
    void aVoter() {
        tool = catalog.announce();
        visitor = new Visitor(port);
        vote(visitor, "ship");
        reason = "Of " + tool.slug() + ": it fits.";
    }

    private void vote(Visitor voter, String choice) {
        String receipt = receipt(voter.cast(tool.slug(), choice));
        await().atMost(SOON)
                .until(() -> voter.own(tool.slug(), receipt).get("counted").asBoolean());
    }

    private String address() {
        return "/api/v1/tools/" + tool.slug() + "/vote/reason";
    }

    private HttpResponse<String> send(Visitor voter, String body) {
        return voter.send(
                voter.to(address()).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> say(Visitor voter, String role, String why) {
        return send(voter, "{\"role\": \"" + role + "\", \"reason\": \"" + why + "\"}");
    }

    private void said(Visitor voter, String role) {
        assertThat(send(voter, "{\"role\": \"" + role + "\"}").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> submit(Visitor voter, Map<String, String> fields) {
        return voter.send(voter.to("/tool/" + tool.slug() + "/vote/reason")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private JsonNode own(Visitor voter) {
        return json(voter.get(address()));
    }

    private UUID id(Visitor voter) {
        return UUID.fromString(
                json(voter.get("/api/v1/my-votes/export")).get("voterId").asString());
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM vote_voice WHERE tool_id = ?")
                .param(tool.id())
                .query(Long.class)
                .single();
    }

    private static String problem(HttpResponse<String> refused) {
        return refused.statusCode() + " " + json(refused).get("type").asString().replaceFirst(".*/", "");
    }

    private List<JsonNode> published() {
        return topics.read("vote.voice.v1", tool.id().toString()).stream()
                .map(ConsumerRecord::value)
                .peek(value -> ContractSchemas.validate("vote.voice.v1", value))
                .map(value -> new JsonMapper().readTree(value))
                .toList();
    }

    /// As in `builder 3:1, founder 0:1`.
    private static String roles(JsonNode state) {
        return state.get("roles")
                .valueStream()
                .map(each -> each.get("role").asString() + " "
                        + each.get("ships").asLong() + ":" + each.get("skips").asLong())
                .collect(Collectors.joining(", "));
    }

    private static List<String> reasons(JsonNode state) {
        return state.get("reasons")
                .valueStream()
                .map(each -> each.get("text").asString())
                .toList();
    }

    private void awaitRoles(String wanted) {
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> told = published();
            assertThat(told).isNotEmpty();
            assertThat(roles(told.getLast())).isEqualTo(wanted);
        });
    }

    private void awaitReasons(String... wanted) {
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> told = published();
            assertThat(told).isNotEmpty();
            assertThat(reasons(told.getLast())).containsExactly(wanted);
        });
    }

    private void rule(String ruling, UUID voter) {
        var api = new Visitor(port);
        assertThat(api.send(api.to("/api/v1/moderation/rulings")
                                .header("Authorization", ANNA)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"tool": "%s", "ruling": "%s", "reason": "looks_odd", "voterIds": ["%s"], "note": "n"}
                                        """.formatted(tool.slug(), ruling, voter))))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aRoleIsStoredAndItsVotesAreToldApart() {
        var other = new Visitor(port);
        vote(other, "skip");

        HttpResponse<String> answer = say(visitor, "builder", reason);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(json(answer).get("role").asString()).isEqualTo("builder");
        assertThat(json(answer).get("reasonState").asString()).isEqualTo("waiting");
        said(other, "founder");

        awaitRoles("builder 1:0, founder 0:1");
        assertThat(published().getLast().get("reasons"))
                .as("no moderator has read it")
                .isEmpty();
        assertThat(own(visitor).get("reason").asString()).isEqualTo(reason);
        assertThat(visitor.tally(tool.slug()).get("ships").asLong()).isEqualTo(1);
    }

    @Test
    void aChangedVoteMovesTheSplit() {
        said(visitor, "analyst");
        awaitRoles("analyst 1:0");

        vote(visitor, "skip");

        awaitRoles("analyst 0:1");
        said(visitor, "guardian");
        awaitRoles("guardian 0:1");
    }

    @Test
    void aWithdrawnVoteTakesRoleAndReasonAlong() {
        say(visitor, "builder", reason);
        awaitRoles("builder 1:0");

        receipt(visitor.withdraw(tool.slug()));

        assertThat(own(visitor).get("role").isNull()).isTrue();
        awaitRoles("");
        await().atMost(SOON).until(() -> rows() == 0);
        vote(visitor, "ship");
        assertThat(own(visitor).get("reason").isNull())
                .as("a new vote says nothing")
                .isTrue();
    }

    @Test
    void anErasedVoterLeavesNothing() {
        say(visitor, "creator", reason);
        awaitRoles("creator 1:0");
        assertThat(json(visitor.get("/api/v1/my-votes/export"))
                        .at("/said/0/reason")
                        .asString())
                .isEqualTo(reason);
        assertThat(visitor.get("/my-votes").body()).contains("What you said with them", reason);

        assertThat(visitor.deleteVotes().statusCode()).isEqualTo(200);

        assertThat(rows()).isZero();
        awaitRoles("");
        assertThat(json(visitor.get("/api/v1/my-votes/export")).get("said")).isEmpty();
    }

    @Test
    void aHeldVoteDoesNotSpeak() {
        said(visitor, "builder");
        awaitRoles("builder 1:0");

        rule("held", id(visitor));
        awaitRoles("");
        rule("restored", id(visitor));
        awaitRoles("builder 1:0");
    }

    @Test
    void withoutAVoteNothingIsTaken() {
        var nobody = new Visitor(port);
        assertThat(problem(say(nobody, "builder", "I have no vote."))).isEqualTo("409 vote-first");
        receipt(visitor.withdraw(tool.slug()));
        assertThat(problem(say(visitor, "builder", "I had one."))).isEqualTo("409 vote-first");
        assertThat(rows()).isZero();
    }

    @Test
    void nobodySpeaksForAnother() {
        said(visitor, "builder");
        UUID voter = id(visitor);
        var thief = new Visitor(port);
        String name = visitor.cookies.keySet().stream()
                .filter(each -> !each.endsWith("recent"))
                .findFirst()
                .orElseThrow();
        String sealed = visitor.cookies.get(name);
        char last = sealed.charAt(sealed.length() / 2);
        thief.cookies.put(
                name,
                sealed.substring(0, sealed.length() / 2)
                        + (last == 'A' ? 'B' : 'A')
                        + sealed.substring(sealed.length() / 2 + 1));
        assertThat(say(thief, "founder", "Forged.").statusCode()).isBetween(400, 499);

        var other = new Visitor(port);
        vote(other, "skip");
        String token = own(other).get("formToken").asString();
        assertThat(submit(visitor, Map.of("role", "founder", "formToken", token))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> crossSite = visitor.send(visitor.to(address())
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "cross-site")
                .PUT(BodyPublishers.ofString("{\"role\": \"founder\"}")));
        assertThat(problem(crossSite)).isEqualTo("403 cross-site-request");
        // Another's receipts prove nothing.
        var copied = new Visitor(port);
        copied.get(address());
        visitor.cookies.forEach(copied.cookies::putIfAbsent);
        assertThat(problem(say(copied, "founder", "With your receipts."))).isEqualTo("409 vote-first");

        assertThat(jdbc.sql("SELECT voter_id || ' ' || role FROM vote_voice WHERE tool_id = ?")
                        .param(tool.id())
                        .query(String.class)
                        .list())
                .containsExactly(voter + " builder");
    }

    @Test
    void theSameTwiceIsTheSame() {
        say(visitor, "builder", reason);
        awaitRoles("builder 1:0");
        String before = row();
        assertThat(say(visitor, "builder", "  " + reason + " ").statusCode()).isEqualTo(200);

        assertThat(row()).isEqualTo(before);
        assertThat(published())
                .extracting(each -> each.get("version").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private String row() {
        return jdbc.sql("SELECT v::text FROM vote_voice v WHERE tool_id = ?")
                .param(tool.id())
                .query(String.class)
                .single();
    }

    @Test
    void aVoteThatIsNotCountedYetIsEnough() {
        var fresh = new Visitor(port);
        listeners.getListenerContainer("vote-counter").stop();
        try {
            receipt(fresh.cast(tool.slug(), "skip"));
            said(fresh, "skeptic");
            assertThat(own(fresh).get("role").asString()).isEqualTo("skeptic");
        } finally {
            listeners.getListenerContainer("vote-counter").start();
        }
        awaitRoles("skeptic 0:1");
    }

    @Test
    void takingItBackLeavesTheVote() {
        say(visitor, "builder", reason);
        awaitRoles("builder 1:0");
        assertThat(visitor.send(visitor.to(address()).DELETE()).statusCode()).isEqualTo(200);

        awaitRoles("");
        assertThat(rows()).isZero();
        assertThat(visitor.own(tool.slug()).get("choice").asString()).isEqualTo("ship");
    }

    @Test
    void theFormDoesTheSameAndLeadsBack() {
        String token = own(visitor).get("formToken").asString();
        HttpResponse<String> stored = submit(
                visitor, Map.of("role", "futurist", "reason", reason, "formToken", token, "back", "/compare/a-vs-b"));
        assertThat(stored.statusCode()).isEqualTo(303);
        assertThat(stored.headers().firstValue("Location")).contains("/compare/a-vs-b");
        assertThat(own(visitor).get("role").asString()).isEqualTo("futurist");

        HttpResponse<String> refused =
                submit(visitor, Map.of("role", "futurist", "reason", "www.example.org", "formToken", token));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("must not hold a link", "/tool/" + tool.slug());
        assertThat(own(visitor).get("reason").asString()).isEqualTo(reason);

        assertThat(submit(visitor, Map.of("role", "", "reason", " ", "formToken", token))
                        .statusCode())
                .isEqualTo(303);
        assertThat(rows()).isZero();
    }

    @Test
    void pagesAskForItWithTheVotes() {
        say(visitor, "builder", reason);
        JsonNode answer = json(visitor.get("/api/v1/votes?said=true&tools=" + tool.slug()));

        assertThat(answer.at("/said/" + tool.slug() + "/role").asString()).isEqualTo("builder");
        assertThat(json(visitor.get("/api/v1/votes?tools=" + tool.slug())).has("said"))
                .isFalse();
        assertThat(json(new Visitor(port).get("/api/v1/votes?said=true&tools=" + tool.slug()))
                        .get("said"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"role": "investor"}                     | 400 invalid-input
            {"role": 1}                              | 400 invalid-input
            {"reason": ["a"]}                        | 400 invalid-input
            {"reason": "see http://example.org"}     | 400 invalid-input
            {"role": null, "reason": " "}            | 400 invalid-input
            {}                                       | 400 invalid-input
            []                                       | 400 invalid-input
            {"role"                                  | 400 malformed-json
            """)
    void whatCannotBeSaidIsRefused(String body, String refusal) {
        assertThat(problem(send(visitor, body))).isEqualTo(refusal);
        assertThat(rows()).isZero();
    }

    @Test
    void anUnknownToolIsA404() {
        var voter = new Visitor(port);
        assertThat(voter.send(voter.to("/api/v1/tools/no-such-tool/vote/reason")
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"role\": \"builder\"}")))
                        .statusCode())
                .isEqualTo(404);
    }

    // ---- moderators ----

    private HttpResponse<String> desk(String query, String token) {
        var browser = new Visitor(port);
        return browser.send(browser.to("/desk/votes/reasons?limit=200" + query).header("Authorization", token));
    }

    private record Waiting(String number, String token) {}

    private Waiting find(String text, String state) {
        HttpResponse<String> page = desk("&state=" + state, ANNA);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Matcher form = Pattern.compile(
                        "(?s)" + Pattern.quote(text)
                                + ".*?action=\"/desk/votes/reasons/(\\d+)\"><input type=\"hidden\" name=\"formToken\" value=\"([^\"]+)\"")
                .matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        return new Waiting(form.group(1), form.group(2));
    }

    private HttpResponse<String> decide(Waiting waiting, String decision, String state) {
        var browser = new Visitor(port);
        return browser.send(browser.to("/desk/votes/reasons/" + waiting.number())
                .header("Authorization", ANNA)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("decision=" + decision + "&state=" + state + "&formToken="
                        + URLEncoder.encode(waiting.token(), UTF_8))));
    }

    private long entries(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void aReasonIsShownOnceAModeratorLetItThrough() {
        say(visitor, "builder", reason);
        Waiting waiting = find(reason, "waiting");

        var acts = new NotedActs("vote", this::entries);
        assertThat(acts.play("POST /desk/votes/reasons/{number}", () -> decide(waiting, "show", "waiting"))
                        .statusCode())
                .isEqualTo(303);

        awaitReasons(reason);
        assertThat(own(visitor).get("reasonState").asString()).isEqualTo("shown");
        assertThat(published().getLast().toString()).doesNotContain(id(visitor).toString());

        assertThat(decide(waiting, "show", "waiting").statusCode())
                .as("decided already")
                .isEqualTo(409);
        assertThat(decide(find(reason, "shown"), "reject", "shown").statusCode())
                .isEqualTo(303);
        awaitReasons();
        assertThat(own(visitor).get("reasonState").asString()).isEqualTo("rejected");
    }

    @Test
    void aChangedReasonWaitsAgainAndNobodyDecidesAboutWhatTheyHaveNotRead() {
        say(visitor, "builder", reason);
        Waiting read = find(reason, "waiting");
        say(visitor, "builder", reason + " Buy now!");

        assertThat(decide(read, "show", "waiting").statusCode()).isEqualTo(409);
        assertThat(own(visitor).get("reasonState").asString()).isEqualTo("waiting");
    }

    /// Why they ship it is not why they skip it.
    @Test
    void aReasonForTheOtherChoiceIsNotShown() {
        say(visitor, "builder", reason);
        decide(find(reason, "waiting"), "show", "waiting");
        awaitReasons(reason);

        vote(visitor, "skip");

        awaitReasons();
        awaitRoles("builder 0:1");
    }

    private long storedReasons() {
        return jdbc.sql("SELECT count(*) FROM vote_voice WHERE tool_id = ? AND reason IS NOT NULL")
                .param(tool.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aTurnedVoteWithdrawsItsReasonAndTakesItsRoleAlong() {
        say(visitor, "builder", reason);
        Waiting read = find(reason, "waiting");
        vote(visitor, "skip");

        assertThat(own(visitor).get("reason").isNull())
                .as("they are asked anew")
                .isTrue();
        assertThat(own(visitor).get("role").asString()).isEqualTo("builder");
        JsonNode asked = json(visitor.get("/api/v1/votes?said=true&tools=" + tool.slug()));
        assertThat(asked.at("/said/" + tool.slug() + "/reason").isNull()).isTrue();
        assertThat(desk("&state=waiting", ANNA).body()).doesNotContain(reason);
        HttpResponse<String> refused = decide(read, "show", "waiting");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("votes the other way", "Nothing of yours was done.");
        awaitRoles("builder 0:1");
        await().atMost(SOON).until(() -> storedReasons() == 0);

        say(visitor, "builder", reason);
        assertThat(find(reason, "waiting").number()).isNotEqualTo(read.number());
        vote(visitor, "skip");
        assertThat(own(visitor).get("reason").asString())
                .as("the same choice again turns nothing")
                .isEqualTo(reason);
    }

    @Test
    void aTurnedVoteOfNoRoleLeavesNothing() {
        assertThat(send(visitor, "{\"reason\": \"" + reason + "\"}").statusCode())
                .isEqualTo(200);
        vote(visitor, "skip");

        await().atMost(SOON).until(() -> rows() == 0);
    }

    @Test
    void moderatorsAlone() {
        say(visitor, "builder", reason);
        Waiting waiting = find(reason, "waiting");
        assertThat(desk("", TestTokens.bearer("editor")).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get("/desk/votes/reasons").statusCode()).isEqualTo(401);
        var editor = new Visitor(port);
        assertThat(editor.send(editor.to("/desk/votes/reasons/" + waiting.number())
                                .header("Authorization", TestTokens.bearer("editor"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("decision=show&formToken=" + waiting.token())))
                        .statusCode())
                .isEqualTo(403);
        assertThat(decide(new Waiting(waiting.number(), "foreign"), "show", "waiting")
                        .statusCode())
                .isEqualTo(403);
        assertThat(decide(waiting, "nothing", "waiting").statusCode()).isEqualTo(400);
        assertThat(own(visitor).get("reasonState").asString()).isEqualTo("waiting");
    }
}
