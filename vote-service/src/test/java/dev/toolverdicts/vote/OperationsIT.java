package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.operations.OperationsEndpoint;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import dev.toolverdicts.vote.voter.Receipts;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators do about votes that could not be counted, and about counting itself.
class OperationsIT extends WholeService {

    private static final String API = "/api/v1/operations/vote";
    private static final String DESK = "/desk/operations/vote";
    private static final Pattern TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    private final String operator = TestTokens.bearer("operator");
    private final UUID voter = UUID.randomUUID();

    @Autowired
    Receipts receipts;

    private Tool tool;
    private Visitor visitor;

    @BeforeEach
    void aToolOfItsOwn() {
        tool = catalog.announce();
        visitor = new Visitor(port);
        await().atMost(SOON)
                .until(() ->
                        visitor.get("/api/v1/tools/" + tool.slug() + "/tally").statusCode() == 200);
    }

    @Test
    void aRepairedVoteCountsOnce() {
        long id = poisoned("{");
        String replay = API + "/dead-letters/" + id + "/replay";

        JsonNode letter = json(get(API + "/dead-letters/" + id));
        assertThat(letter.get("consumer").asString()).isEqualTo("vote-counter");
        assertThat(letter.at("/key/text").asString()).isEqualTo(tool.id() + ":" + voter);
        assertThat(letter.at("/value/hex").asString()).isEqualTo("7b");
        HttpResponse<String> refused = send("POST", replay, "{\"reason\": \"a test\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> done = send("POST", replay, order(vote("ship")));
            assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
            assertThat(json(done).get("state").asString()).isEqualTo("replayed");
        }

        visitor.awaitTally(tool.slug(), 1, 0);
        assertThat(send("POST", replay, order(vote("skip"))).statusCode()).isEqualTo(409);
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void anOldVoteThatIsReplayedDoesNotUndoALaterOne() {
        long id = poisoned("{");
        topics.send("vote.cast.v1", tool.id() + ":" + voter, vote("skip").getBytes(UTF_8));
        visitor.awaitTally(tool.slug(), 0, 1);

        assertThat(send("POST", API + "/dead-letters/" + id + "/replay", order(vote("ship")))
                        .statusCode())
                .isEqualTo(200);

        assertThat(jdbc.sql("SELECT choice FROM votes WHERE tool_id = ? AND voter_id = ?")
                        .params(tool.id(), voter)
                        .query(String.class)
                        .single())
                .isEqualTo("skip");
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void theReceiptOfAVoteThatWasSetAsideSaysWhatBecameOfIt() {
        long id = poisoned("{");
        String receipt = jdbc.sql("SELECT partition, record_offset FROM dead_letter WHERE id = ?")
                .param(id)
                .query((row, _) -> receipts.write(
                        new Receipt(tool.id(), row.getInt(1), row.getLong(2), Choice.SHIP, Instant.EPOCH), voter))
                .single();

        assertThat(becameOf(receipt)).isEqualTo("false " + id + " waiting");
        assertThat(send("POST", API + "/dead-letters/" + id + "/drop", "{\"reason\": \"a test\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(becameOf(receipt)).isEqualTo("false " + id + " dropped");
        assertThat(send("POST", API + "/dead-letters/" + id + "/replay", order(vote("ship")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(becameOf(receipt)).isEqualTo("true " + id + " replayed");
    }

    private String becameOf(String receipt) {
        JsonNode place = json(get(API + "/receipts/" + receipt));
        return "%s %s %s"
                .formatted(
                        place.get("counted").asBoolean(),
                        place.at("/deadLetter/id").asLong(),
                        place.at("/deadLetter/state").asString());
    }

    @Test
    void aVoteCannotBecomeSomebodyElses() {
        long id = poisoned("{");
        String foreign =
                vote("ship").replace(voter.toString(), UUID.randomUUID().toString());

        assertThat(json(send("POST", API + "/dead-letters/" + id + "/replay", order(foreign)))
                        .get("detail")
                        .asString())
                .contains("the key is not toolId:voterId");
    }

    @Test
    void thePagesDoTheSame() {
        long id = poisoned("{");
        String page = DESK + "/dead-letters/" + id;
        HttpResponse<String> read = get(page);
        assertThat(read.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        Matcher token = TOKEN.matcher(read.body());
        assertThat(token.find()).isTrue();

        HttpResponse<String> done = submit(
                page + "/replay",
                "reason=a+test&value=%s&formToken=%s"
                        .formatted(URLEncoder.encode(vote("ship"), UTF_8), token.group(1)));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).hasValue(page);
        visitor.awaitTally(tool.slug(), 1, 0);
        assertThat(submit(page + "/drop", "reason=r&formToken=made-up").statusCode())
                .isEqualTo(403);
        assertThat(get(DESK).body()).contains("vote-counter", "Pause relay");
        assertThat(get(DESK + "/audit").body()).contains("dead-letter:" + id);
        assertThat(get(DESK + "/dead-letters?state=replayed").body()).contains("/dead-letters/" + id + "\"");
    }

    @Test
    void aPausedCounterCountsLater() {
        String counter = API + "/switches/vote-counter";
        try {
            assertThat(json(send("PUT", counter, "{\"paused\": true, \"reason\": \"a test\"}"))
                            .get("paused")
                            .asBoolean())
                    .isTrue();
            // What is only asked to pause may still be bringing votes.
            await().until(() -> listeners.getListenerContainer("vote-counter").isContainerPaused());
            receipt(visitor.cast(tool.slug(), "ship"));

            await().during(SOON.dividedBy(7))
                    .atMost(SOON)
                    .until(() -> visitor.tally(tool.slug()).get("ships").asLong() == 0);
        } finally {
            send("PUT", counter, "{\"paused\": false, \"reason\": \"a test\"}");
        }
        visitor.awaitTally(tool.slug(), 1, 0);
    }

    @Test
    void aRepairedVoteIsInVotesThatAreBuiltAnew() {
        long id = poisoned("{");
        send("POST", API + "/dead-letters/" + id + "/replay", order(vote("ship")));
        visitor.awaitTally(tool.slug(), 1, 0);

        assertThat(send("POST", API + "/rebuilds/votes", "{\"reason\": \"a test\"}")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(SOON.multipliedBy(4))
                .until(() -> !rebuild().get("state").asString().equals("running"));

        assertThat(rebuild().get("state").asString()).as(rebuild().toString()).isEqualTo("done");
        assertThat(rebuild().get("differingRows").asLong()).isZero();
        visitor.awaitTally(tool.slug(), 1, 0);
        assertThat(check.run().differences()).isEmpty();
        assertThat(get(API + "/audit").body()).contains("rebuild:votes");
        assertThat(send("POST", API + "/rebuilds/nothing", "{\"reason\": \"r\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRebuildIsBegunOnThePageToo() {
        Matcher token = TOKEN.matcher(get(DESK).body());
        assertThat(token.find()).isTrue();
        String page = DESK + "/rebuilds/votes";
        assertThat(submit(page, "reason=r&formToken=made-up").statusCode()).isEqualTo(403);

        HttpResponse<String> begun = submit(page, "reason=a+test&formToken=" + token.group(1));

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        await().atMost(SOON.multipliedBy(4))
                .until(() -> rebuild().get("state").asString().equals("done"));
        assertThat(get(DESK).body()).contains("Rebuild votes").doesNotContain("Give up rebuilding");
    }

    private JsonNode rebuild() {
        return json(get(API + "/rebuilds")).at("/rebuilds/0");
    }

    @Test
    void listsAndFaultsAreAsEverywhere() {
        poisoned("{");

        HttpResponse<String> list = get(API + "/dead-letters?state=waiting&limit=1");
        assertThat(json(list).get("deadLetters").size()).isEqualTo(1);
        assertThat(json(get(API + "/audit")).has("entries")).isTrue();
        assertThat(json(get(API + "/rebuilds")).has("rebuilds")).isTrue();
        assertThat(json(get(API + "/dead-letters?limit=0"))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/limit");
        assertThat(get(API + "/dead-letters/none").statusCode()).isEqualTo(404);
        assertThat(send("PUT", API + "/switches/nobody", "{\"paused\": true, \"reason\": \"r\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(send("PUT", API + "/switches/relay", "{\"paused\": true, \"reason\": \"r\", \"ids\": [1]}"))
                        .at("/errors/0/pointer")
                        .asString())
                .as("no word of a pause")
                .isEqualTo("/ids");
        assertThat(visitor.get(API + "/dead-letters").statusCode()).isEqualTo(401);
        assertThat(visitor.get(DESK).statusCode()).isEqualTo(401);
    }

    /// What the services with servlets have by themselves.
    @Test
    void everyEndpointAnswersAsItDoesInTheOtherServices() {
        String id = String.valueOf(poisoned("{"));
        List<OperationsEndpoint> endpoints = OperationsEndpoint.of("vote");
        for (OperationsEndpoint endpoint : endpoints) {
            String path = endpoint.path()
                    .replace("{id}", id)
                    .replace("{name}", "relay")
                    .replace("{projection}", "votes");
            HttpResponse<String> none = send("PATCH", path, "{}");
            assertThat(none.statusCode()).as(path).isEqualTo(405);
            assertThat(none.headers().firstValue("Allow").orElse("").split(", ?", -1))
                    .as(path)
                    .containsExactlyInAnyOrder(methods(endpoints, path));
            if (endpoint.methods().contains(HttpMethod.HEAD)) {
                HttpResponse<String> read = get(path);
                HttpResponse<String> head = asked("HEAD", path);
                assertThat(read.statusCode()).as(path).isEqualTo(200);
                assertThat(head.statusCode()).as(path).isEqualTo(200);
                assertThat(head.body()).as(path).isEmpty();
                assertThat(head.headers().firstValue("ETag"))
                        .as(path)
                        .isEqualTo(read.headers().firstValue("ETag"));
            }
        }
        assertThat(send("PUT", API + "/audit", "{}").statusCode()).isEqualTo(405);
    }

    private static String[] methods(List<OperationsEndpoint> endpoints, String path) {
        return endpoints.stream()
                .filter(it -> PathPatternParser.defaultInstance.parse(it.path()).matches(PathContainer.parsePath(path)))
                .flatMap(it -> it.methods().stream())
                .map(HttpMethod::name)
                .distinct()
                .toArray(String[]::new);
    }

    @Test
    void readsSayWhenTheyAreOfAndAreNotSentTwice() {
        long id = poisoned("{");
        for (String path : List.of("/dead-letters/" + id, "/dead-letters", "/switches", "/audit", "/rebuilds")) {
            HttpResponse<String> read = get(API + path);
            String tag = read.headers().firstValue("ETag").orElse("");
            assertThat(tag).as(path).startsWith("\"");
            assertThat(json(read).has("asOf")).as(path).isTrue();

            HttpResponse<String> again = visitor.send(
                    visitor.to(API + path).header("Authorization", operator).header("If-None-Match", tag));

            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "0", "%D9%A0", "-"})
    void aLetterHasOneAddress(String before) {
        long id = poisoned("{");

        assertThat(get(API + "/dead-letters/" + id).statusCode()).isEqualTo(200);
        assertThat(get(API + "/dead-letters/" + before + id).statusCode()).isEqualTo(404);
        assertThat(get(DESK + "/dead-letters/" + before + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "topic"})
    void aNameThatTheDatabaseDoesNotTakeIsRefused(String field) {
        for (String list : List.of(API + "/dead-letters?", DESK + "/dead-letters?")) {
            HttpResponse<String> refused = get(list + field + "=%00");
            assertThat(refused.statusCode()).as(list).isEqualTo(400);
            assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/" + field);
        }
    }

    @Test
    void replayingAllOfNoRealConsumerIsRefused() {
        HttpResponse<String> refused =
                send("POST", API + "/dead-letters/replay", "{\"reason\": \"r\", \"consumer\": \"\\u0000\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/consumer");
    }

    private long poisoned(String value) {
        String key = tool.id() + ":" + voter;
        topics.send("vote.cast.v1", key, value.getBytes(UTF_8));
        return await().atMost(SOON)
                .until(
                        () -> jdbc.sql("SELECT id FROM dead_letter WHERE record_key = ?")
                                .param(key.getBytes(UTF_8))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        id -> id > 0);
    }

    private String vote(String choice) {
        return new JsonMapper()
                .readTree(ContractSchemas.samples("vote.cast.v1").get("ship.json"))
                .toString()
                .replace("0199a8c0-0000-7000-8000-000000000001", tool.id().toString())
                .replace("3f2c9a10-7b6e-8d41-9c55-000000000001", voter.toString())
                .replace("\"ship\"", "\"" + choice + "\"");
    }

    private static String order(String value) {
        return new JsonMapper()
                .createObjectNode()
                .put("reason", "a test")
                .put("value", value)
                .toString();
    }

    private HttpResponse<String> get(String path) {
        return asked("GET", path);
    }

    private HttpResponse<String> asked(String method, String path) {
        return visitor.send(
                visitor.to(path).method(method, BodyPublishers.noBody()).header("Authorization", operator));
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return visitor.send(visitor.to(path)
                .method(method, BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", operator));
    }

    private HttpResponse<String> submit(String path, String form) {
        return visitor.send(visitor.to(path)
                .method("POST", BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", operator));
    }
}
