package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.vote.Catalog.Tool;
import dev.toolverdicts.vote.duel.DuelRanks;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which of two tools somebody would ship.
class DuelIT extends WholeService {

    @Autowired
    DuelRanks ranks;

    @Autowired
    Clock clock;

    private Tool first;
    private Tool second;
    private String pair;
    private Visitor visitor;

    @BeforeEach
    void twoTools() {
        first = catalog.announce();
        second = catalog.announce();
        pair = first.slug() + "-vs-" + second.slug();
        visitor = new Visitor(port);
        // Both are known then.
        assertThat(choose(visitor, pair, "tie").statusCode()).isEqualTo(200);
        assertThat(takeBack(visitor, pair).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> choose(Visitor visitor, String pair, String winner) {
        return send(visitor, pair, "{\"winner\": \"" + winner + "\"}");
    }

    private static HttpResponse<String> send(Visitor visitor, String pair, String body) {
        return visitor.send(visitor.to("/api/v1/duels/" + pair)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> takeBack(Visitor visitor, String pair) {
        return visitor.send(visitor.to("/api/v1/duels/" + pair).DELETE());
    }

    private static HttpResponse<String> submit(Visitor visitor, String pair, Map<String, String> fields) {
        return visitor.send(visitor.to("/duel/" + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private JsonNode own(String address) {
        return json(visitor.get("/api/v1/duels/" + address));
    }

    private static String counts(JsonNode duel) {
        return duel.get("winsA").asLong() + ":" + duel.get("winsB").asLong() + ":"
                + duel.get("ties").asLong();
    }

    private static String problem(HttpResponse<String> refused) {
        return refused.statusCode() + " " + json(refused).get("type").asString().replaceFirst(".*/", "");
    }

    private String key() {
        String one = first.id().toString();
        String other = second.id().toString();
        return one.compareTo(other) < 0 ? one + ":" + other : other + ":" + one;
    }

    private List<JsonNode> published(String topic, String key) {
        return topics.read(topic, key).stream()
                .map(ConsumerRecord::value)
                .peek(value -> ContractSchemas.validate(topic, value))
                .map(value -> new JsonMapper().readTree(value))
                .toList();
    }

    @Test
    void aNewcomersFormOfThisSiteIsStoredAtOnceAndNoOtherSites() {
        for (String site : List.of("same-site", "cross-site", "same-origin")) {
            var newcomer = new Visitor(port);
            HttpResponse<String> sent = newcomer.send(newcomer.to("/duel/" + pair)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Sec-Fetch-Site", site)
                    .POST(BodyPublishers.ofString("winner=a&formToken=")));

            assertThat(sent.statusCode()).as(site).isEqualTo(site.equals("same-origin") ? 303 : 403);
        }
        assertThat(counts(own(pair))).isEqualTo("1:0:0");
    }

    @Test
    void aBallotCountsOnceChangesAndIsTakenBack() {
        assertThat(counts(json(choose(visitor, pair, "a")))).isEqualTo("1:0:0");
        assertThat(own(pair).get("winner").asString()).isEqualTo("a");
        assertThat(counts(json(choose(visitor, pair, "a")))).isEqualTo("1:0:0");
        assertThat(counts(json(choose(visitor, pair, "tie")))).isEqualTo("0:0:1");
        assertThat(counts(json(choose(visitor, pair, "b")))).isEqualTo("0:1:0");
        assertThat(counts(json(takeBack(visitor, pair)))).isEqualTo("0:0:0");
        assertThat(counts(json(takeBack(visitor, pair)))).isEqualTo("0:0:0");
        assertThat(own(pair).get("winner").isNull()).isTrue();
    }

    @Test
    void theOtherOrderIsTheSamePair() {
        String reversed = second.slug() + "-vs-" + first.slug();
        choose(visitor, pair, "a");

        assertThat(own(reversed).get("winner").asString()).isEqualTo("b");
        assertThat(counts(own(reversed))).isEqualTo("0:1:0");
        choose(visitor, reversed, "a");
        assertThat(own(pair).get("winner").asString()).isEqualTo("b");
        assertThat(counts(own(pair))).isEqualTo("0:1:0");
    }

    @Test
    void thePagesQuestionTellsItWithTheVotes() {
        choose(visitor, pair, "b");
        JsonNode answer =
                json(visitor.get("/api/v1/votes?tools=" + first.slug() + "," + second.slug() + "&duel=" + pair));

        assertThat(answer.at("/duel/winner").asString()).isEqualTo("b");
        assertThat(answer.at("/duel/winsB").asLong()).isEqualTo(1);
        assertThat(answer.get("votes")).hasSize(2);
        assertThat(json(new Visitor(port).get("/api/v1/votes?tools=a&duel=" + pair))
                        .at("/duel/winner")
                        .isNull())
                .isTrue();
        assertThat(json(visitor.get("/api/v1/votes?tools=a&duel=nothing"))
                        .get("duel")
                        .isNull())
                .isTrue();
        assertThat(json(visitor.get("/api/v1/votes?tools=a")).has("duel")).isFalse();
    }

    /// Many at once on one pair: the counts are those of the rows, and the last event tells them.
    @Test
    void countsAreThoseOfTheBallotsWhateverHappensAtOnce() throws Exception {
        List<Visitor> crowd = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            crowd.add(new Visitor(port));
        }
        crowd.forEach(each -> each.get("/api/v1/duels/" + pair));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Visitor each : crowd) {
                for (String winner : List.of("a", "b", "tie", "a", "b")) {
                    all.add(threads.submit(() -> choose(each, pair, winner)));
                }
                all.add(threads.submit(() -> takeBack(each, pair)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        JsonNode pairNow = own(pair);
        Map<String, Long> rows = jdbc
                .sql("SELECT winner FROM duel WHERE (tool_a, tool_b) IN ((:one, :other), (:other, :one))")
                .param("one", first.id())
                .param("other", second.id())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(winner -> winner, Collectors.counting()));
        assertThat(pairNow.get("ties").asLong()).isEqualTo(rows.getOrDefault("tie", 0L));
        assertThat(pairNow.get("winsA").asLong() + pairNow.get("winsB").asLong())
                .isEqualTo(rows.getOrDefault("a", 0L) + rows.getOrDefault("b", 0L));
        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> told = published("vote.duel.v1", key());
            assertThat(told).isNotEmpty();
            assertThat(told.getLast().get("ties").asLong())
                    .isEqualTo(pairNow.get("ties").asLong());
            assertThat(told)
                    .extracting(it -> it.get("version").asLong())
                    .isSorted()
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"winner": "c"}  | 400 invalid-input
            {"winner": null} | 400 invalid-input
            {"winner": 1}    | 400 invalid-input
            {}               | 400 invalid-input
            []               | 400 invalid-input
            {"winner"        | 400 malformed-json
            """)
    void whatIsNoChoiceIsRefused(String body, String refusal) {
        assertThat(problem(send(visitor, pair, body))).isEqualTo(refusal);
        assertThat(counts(own(pair))).isEqualTo("0:0:0");
    }

    @Test
    void whatIsNoPairIsRefused() {
        assertThat(problem(choose(visitor, first.slug(), "a"))).isEqualTo("404 comparison-not-found");
        assertThat(problem(choose(visitor, first.slug() + "-vs-" + first.slug(), "a")))
                .isEqualTo("404 comparison-not-found");
        assertThat(problem(choose(visitor, pair + "-vs-" + first.slug(), "a"))).isEqualTo("404 comparison-not-found");
        assertThat(problem(choose(visitor, first.slug() + "-vs-nothing-here", "a")))
                .isEqualTo("404 tool-not-found");
        catalog.takeDown(second);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(problem(choose(visitor, pair, "a"))).isEqualTo("410 tool-taken-down"));
    }

    @Test
    void onlyThisSitesPagesAndProgramsMayChoose() {
        HttpResponse<String> crossSite = visitor.send(visitor.to("/api/v1/duels/" + pair)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"winner\": \"a\"}")));
        assertThat(problem(crossSite)).isEqualTo("403 cross-site-request");
        HttpResponse<String> form = visitor.send(visitor.to("/api/v1/duels/" + pair)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString("{\"winner\": \"a\"}")));
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(counts(own(pair))).isEqualTo("0:0:0");
    }

    @Test
    void theFormLeadsBackAndNeedsItsToken() {
        String token = own(pair).get("formToken").asString();
        String back = "/compare/" + pair + "?differences=only";
        HttpResponse<String> done = submit(visitor, pair, Map.of("winner", "a", "formToken", token, "back", back));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains(back);
        assertThat(own(pair).get("winner").asString()).isEqualTo("a");

        HttpResponse<String> again = submit(visitor, pair, Map.of("winner", "b", "formToken", "made-up"));
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("Once more, please", "action=\"/duel/" + pair + "\"", "value=\"b\"");
        HttpResponse<String> elsewhere =
                submit(visitor, pair, Map.of("winner", "none", "formToken", token, "back", "//elsewhere.example"));
        assertThat(elsewhere.headers().firstValue("Location")).contains("/compare/" + pair);
        assertThat(own(pair).get("winner").isNull()).isTrue();
        HttpResponse<String> odd = submit(visitor, pair, Map.of("winner", "both", "formToken", token));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("must be a, b, tie or none");
    }

    @Test
    void ranksFollowWithinACategoryAndGoWhenTheirDuelsAreGone() {
        List<Visitor> crowd = List.of(new Visitor(port), new Visitor(port), new Visitor(port));
        crowd.forEach(each -> choose(each, pair, "a"));
        assertThat(ranks.refresh(clock.instant())).isTrue();

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode state = published("vote.duel-rank.v1", "").getLast();
            List<JsonNode> own = state.get("rows")
                    .valueStream()
                    .filter(row -> List.of(first.slug(), second.slug())
                            .contains(row.get("slug").asString()))
                    .toList();
            assertThat(own).extracting(row -> row.get("slug").asString()).containsExactly(first.slug(), second.slug());
            assertThat(own.getFirst().get("wins").asLong()).isEqualTo(3);
            assertThat(own.getFirst().get("share").asDouble()).isGreaterThan(0.7);
        });
        crowd.forEach(each -> takeBack(each, pair));
        ranks.refresh(clock.instant());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                published("vote.duel-rank.v1", "").getLast().toString())
                        .doesNotContain("\"" + first.slug() + "\""));
    }

    @Test
    void discontinuedToolsHaveNoRank() {
        choose(visitor, pair, "a");
        catalog.discontinue(second);
        await().atMost(SOON).untilAsserted(() -> {
            ranks.refresh(clock.instant());
            assertThat(jdbc.sql("SELECT coalesce(string_agg(content::text, ''), '') FROM duel_rank")
                            .query(String.class)
                            .single())
                    .doesNotContain(first.id().toString());
        });
    }

    @Test
    void theVotersOwnPageShowsExportsAndDeletesThem() {
        choose(visitor, pair, "b");

        JsonNode listed = json(visitor.get("/api/v1/my-votes")).get("duels");
        assertThat(listed).hasSize(1);
        assertThat(listed.toString()).contains(first.slug(), second.slug());
        assertThat(visitor.get("/my-votes").body())
                .contains("Which one you would ship", "/compare/", "Delete all my votes");
        JsonNode export = json(visitor.get("/api/v1/my-votes/export"));
        assertThat(export.get("duels")).hasSize(1);
        UUID voter = UUID.fromString(export.get("voterId").asString());
        assertThat(visitor.get("/my-votes/delete").body()).contains("Your one vote leaves");

        assertThat(visitor.deleteVotes().statusCode()).isEqualTo(200);
        assertThat(json(visitor.get("/api/v1/my-votes")).get("duels")).isEmpty();
        assertThat(counts(own(pair))).isEqualTo("0:0:0");
        assertThat(jdbc.sql("SELECT count(*) FROM duel WHERE voter_id = ?")
                        .param(voter)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
