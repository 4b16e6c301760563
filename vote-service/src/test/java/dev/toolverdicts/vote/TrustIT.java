package dev.toolverdicts.vote;

import static dev.toolverdicts.vote.Visitor.json;
import static dev.toolverdicts.vote.Visitor.receipt;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.vote.Catalog.Tool;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// From a burst at the door to a moderator's ruling, with everything real in between.
class TrustIT extends WholeService {

    /// What the rules promise.
    private static final Duration DECIDED = Duration.ofSeconds(60);

    /// Votes are counted within it, and rules look three times more.
    private static final Duration SOME_LOOKS = Duration.ofMillis(1500);

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @Autowired
    MeterRegistry meters;

    private final List<Visitor> crowd = new ArrayList<>();
    private Tool tool;

    /// Two voters from nowhere in particular and thirty from one network.
    @BeforeEach
    void aBurst() {
        tool = catalog.announce();
        receipt(new Visitor(port).cast(tool.slug(), "ship"));
        receipt(new Visitor(port).cast(tool.slug(), "skip"));
        int network = NETWORKS.incrementAndGet();
        for (int i = 0; i < 30; i++) {
            var voter = new Visitor(port);
            receipt(voter.send(voter.voting(tool.slug(), "ship").header("X-Client-Ip", "198.51." + network + "." + i)));
            crowd.add(voter);
        }
    }

    private JsonNode why() {
        return json(new Visitor(port).get("/api/v1/tools/" + tool.slug() + "/tally/why"));
    }

    private void awaitTotal(String total, Duration atMost) {
        await().atMost(atMost)
                .untilAsserted(() -> assertThat(why().get("total").toString()).isEqualTo(total));
    }

    private void awaitHeld() {
        awaitTotal("{\"ships\":1,\"skips\":1,\"held\":30,\"discarded\":0}", DECIDED);
    }

    private HttpResponse<String> rule(String body) {
        var moderator = new Visitor(port);
        return moderator.send(moderator
                .to("/api/v1/moderation/rulings")
                .header("Authorization", TestTokens.bearer("moderator"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode moderator(String path) {
        var moderator = new Visitor(port);
        HttpResponse<String> answer = moderator.send(
                moderator.to("/api/v1/moderation" + path).header("Authorization", TestTokens.bearer("moderator")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<String> ruleOnAll(String ruling) {
        return rule("""
                {"tool": "%s", "reason": "shared_network", "ruling": "%s", "note": "known people"}
                """.formatted(tool.slug(), ruling));
    }

    @Test
    void beforeTheFirstVoteItIsSoSinceTheToolIsThere() {
        Tool untouched = catalog.announce();
        var visitor = new Visitor(port);
        String path = "/api/v1/tools/" + untouched.slug() + "/tally/why";

        HttpResponse<String> answer = visitor.get(path);

        assertThat(json(answer).get("asOf").asString()).endsWith("Z");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(visitor.send(visitor.to(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aBurstOfOneNetworkIsHeldAndItsVotersAreTold() {
        awaitHeld();
        await().atMost(SOON)
                .untilAsserted(() -> assertThatObject(new Visitor(port).tally(tool.slug()))
                        .satisfies(tally -> {
                            assertThat(tally.get("ships").asLong()).isOne();
                            assertThat(tally.get("pct").asInt()).isEqualTo(50);
                        }));
        assertThat(crowd.getFirst().own(tool.slug()).toString())
                .isEqualTo("{\"choice\":\"ship\",\"counted\":false,\"state\":\"held\",\"reason\":\"shared_network\"}");

        var published = topics.read("vote.ruling.v1", tool.id().toString());
        assertThat(published).hasSize(30).allSatisfy(record -> {
            ContractSchemas.validate("vote.ruling.v1", record.value());
            assertThat(new String(record.value(), UTF_8)).contains("\"actor\":\"rule:shared_network\"");
        });
        assertThat(topics.read("vote.cast.v1", tool.id().toString()))
                .hasSize(32)
                .allSatisfy(record -> {
                    ContractSchemas.validate("vote.cast.v1", record.value());
                    assertThat(new String(record.value(), UTF_8))
                            .contains("\"voterSince\":\"")
                            .doesNotContain("198.51.");
                });
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void votesOnAToolThatWasTakenDownAreStillDecidedAbout() {
        awaitHeld();
        catalog.takeDown(tool);
        String tally = "/api/v1/tools/" + tool.slug() + "/tally";
        await().atMost(SOON).until(() -> new Visitor(port).get(tally).statusCode() == 410);
        String held = "/holds/" + tool.slug();
        assertThat(moderator(held).get("items")).hasSize(30);

        assertThat(ruleOnAll("discarded").statusCode()).isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(moderator(held).get("items")).isEmpty());
    }

    @Test
    void heldVotesAreMeasuredByTheRuleThatHoldsThemAndByWhoRestoresThem() {
        awaitHeld();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ruled("held", "rule:shared_network")).isGreaterThanOrEqualTo(30));
        assertThat(meters.get("vote.held").gauge().value()).isGreaterThanOrEqualTo(30);
        double restored = ruled("restored", "moderator");

        ruleOnAll("restored");

        assertThat(ruled("restored", "moderator")).isEqualTo(restored + 30);
        awaitTotal("{\"ships\":31,\"skips\":1,\"held\":0,\"discarded\":0}", SOON);
        // Of the bursts of other tests some may only be held now.
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(meters.get("vote.held").gauge().value()).isEqualTo(heldOfAllTools()));
    }

    private double heldOfAllTools() {
        return jdbc.sql("SELECT sum(held) FROM tallies").query(Double.class).single();
    }

    private double ruled(String ruling, String by) {
        return meters.counter("vote.rulings", "ruling", ruling, "by", by).count();
    }

    @Test
    void thePageOfATallyTellsWhyAndItsVotersWhomToAsk() {
        awaitHeld();
        String path = "/tool/" + tool.slug() + "/votes";
        HttpResponse<String> page = new Visitor(port).get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(page.body())
                .contains("1 of 2 counted votes would ship", "30 held until somebody has looked, 0 taken out")
                .contains("30 votes: many equal votes on this tool came from one network")
                .contains("By this site’s cookie</dt><dd>1 ship · 1 skip · 30 held</dd>")
                .doesNotContain("You shipped it");
        assertThat(crowd.getFirst().get(path).body())
                .contains("You shipped it · held: many equal votes", "mailto:votes@toolverdicts.dev");
        assertThat(new Visitor(port).get("/tool/no-such-tool/votes").statusCode())
                .isEqualTo(404);
        Tool untouched = catalog.announce();
        assertThat(new Visitor(port).get("/tool/" + untouched.slug() + "/votes").body())
                .contains("Nobody has voted on");
    }

    @Test
    void restoredVotesCountAsBeforeAndNoRuleTakesThemAgain() {
        awaitHeld();
        HttpResponse<String> decided = ruleOnAll("restored");
        assertThat(decided.statusCode()).isEqualTo(202);
        assertThat(decided.body()).isEqualTo("{\"votes\":30,\"more\":false}");
        String before = "{\"ships\":31,\"skips\":1,\"held\":0,\"discarded\":0}";
        awaitTotal(before, SOON);
        assertThat(crowd.getLast().own(tool.slug()).get("state").asString()).isEqualTo("counted");
        assertThat(ruleOnAll("restored").body()).isEqualTo("{\"votes\":0,\"more\":false}");

        // One more of that network makes the rules look again.
        var late = new Visitor(port);
        receipt(late.send(late.voting(tool.slug(), "ship").header("X-Client-Ip", "198.51." + NETWORKS.get() + ".99")));
        await().pollDelay(SOME_LOOKS)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(why().get("total").toString())
                        .isEqualTo("{\"ships\":32,\"skips\":1,\"held\":0,\"discarded\":0}"));
        assertThat(check.run().differences()).isEmpty();
    }

    @Test
    void discardedVotesSayWhyAndCanStillBeRestored() {
        awaitHeld();
        assertThat(ruleOnAll("discarded").statusCode()).isEqualTo(202);
        awaitTotal("{\"ships\":1,\"skips\":1,\"held\":0,\"discarded\":30}", SOON);
        assertThat(crowd.getFirst().own(tool.slug()).toString())
                .contains("\"state\":\"discarded\"", "\"reason\":\"shared_network\"");
        JsonNode why = why();
        assertThat(why.get("reasons").toString())
                .isEqualTo("[{\"reason\":\"shared_network\",\"held\":0,\"discarded\":30}]");
        for (String part : List.of("tiers", "days")) {
            for (String count : List.of("ships", "skips", "held", "discarded")) {
                assertThat(why.get(part)
                                .valueStream()
                                .mapToLong(each -> each.get(count).asLong())
                                .sum())
                        .as("%s of %s", count, part)
                        .isEqualTo(why.get("total").get(count).asLong());
            }
        }
        assertThat(ruleOnAll("restored").body()).contains("\"votes\":30");
        awaitTotal("{\"ships\":31,\"skips\":1,\"held\":0,\"discarded\":0}", SOON);
    }

    @Test
    void moderatorsSeeWhatIsHeldAndRuleOnSingleVotes() {
        awaitHeld();
        JsonNode hold = null;
        String next = "?limit=1";
        while (next != null && hold == null) {
            JsonNode page = moderator("/holds" + next);
            JsonNode item = page.get("items").get(0);
            hold = item.get("tool").asString().equals(tool.slug()) ? item : null;
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThatObject(hold).isNotNull().satisfies(it -> {
            assertThat(it.get("reason").asString()).isEqualTo("shared_network");
            assertThat(it.get("actor").asString()).isEqualTo("rule:shared_network");
            assertThat(it.get("votes").asInt()).isEqualTo(30);
            assertThat(it.get("ships").asInt()).isEqualTo(30);
        });

        var voters = new ArrayList<String>();
        for (String at = "?limit=13"; at != null; ) {
            JsonNode page = moderator("/holds/" + tool.slug() + at);
            page.get("items").forEach(vote -> voters.add(vote.get("voterId").asString()));
            at = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(voters).hasSize(30).doesNotHaveDuplicates();

        String one = """
                {"tool": "%s", "voterIds": ["%s"], "ruling": "%s", "reason": "appeal_granted", "note": "wrote to us"}
                """;
        assertThat(rule(one.formatted(tool.slug(), voters.getFirst(), "restored"))
                        .body())
                .contains("\"votes\":1");
        awaitTotal("{\"ships\":2,\"skips\":1,\"held\":29,\"discarded\":0}", SOON);
        assertThat(rule(one.formatted(tool.slug(), voters.getFirst(), "held")).body())
                .contains("\"votes\":1");
        awaitTotal("{\"ships\":1,\"skips\":1,\"held\":30,\"discarded\":0}", SOON);
        assertThat(jdbc.sql(
                                "SELECT actor, ruling, reason, note, votes FROM moderation_audit WHERE tool_id = ? ORDER BY id")
                        .param(tool.id())
                        .query()
                        .listOfRows()
                        .getLast()
                        .toString())
                .isEqualTo(
                        "{actor=moderator:moderator-1, ruling=held, reason=appeal_granted, note=wrote to us, votes=1}");
        for (String change : List.of("UPDATE moderation_audit SET note = ''", "DELETE FROM moderation_audit")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("is only added to");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|",
                "not json|",
                "[]|",
                "{}|/ruling",
                "{'ruling':'lost'}|/ruling",
                "{'ruling':'restored'}|/reason",
                "{'ruling':'restored','reason':'Drop Table'}|/reason",
                "{'ruling':'held','reason':'burst','note':'n','tool':'t'}|/voterIds",
                "{'ruling':'held','voterIds':[]}|/voterIds",
                "{'ruling':'held','voterIds':['me']}|/voterIds/0",
                "{'ruling':'restored','reason':'burst','note':'n'}|/tool",
                "{'ruling':'restored','reason':'burst','tool':'t'}|/note",
                "{'ruling':'restored','reason':'burst','tool':'t','note':'a\\u0000b'}|/note"
            })
    void aFaultyOrderIsToldWhere(String body, String pointer) {
        HttpResponse<String> refused = rule(body.replace('\'', '"'));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).get("type").asString()).isEqualTo("https://toolverdicts.dev/problems/invalid-input");
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer == null ? "" : pointer);
    }

    @Test
    void countingEverythingAgainDecidesNothingAgain() {
        awaitHeld();
        var counters = List.of("vote-counter", "vote-rulings");
        counters.forEach(id -> listeners.getListenerContainer(id).stop());
        jdbc.sql("UPDATE log_position SET next_offset = 0 WHERE consumer IN ('vote-counter', 'vote-rulings')")
                .update();
        counters.forEach(id -> listeners.getListenerContainer(id).start());
        receipt(new Visitor(port).cast(tool.slug(), "skip"));
        awaitTotal("{\"ships\":1,\"skips\":2,\"held\":30,\"discarded\":0}", SOON);
        await().pollDelay(SOME_LOOKS)
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(topics.read("vote.ruling.v1", tool.id().toString()))
                                .hasSize(30));
        assertThat(check.run().differences()).isEmpty();
    }
}
