package dev.toolverdicts.newsletter.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DigestIT extends NewsletterInfrastructure {

    private static final String TOOLS = "catalog.tool.v1";
    private static final String PANELS = "review.panel.v1";

    @Autowired
    private DigestRepository repository;

    @Autowired
    private DigestQueries queries;

    @Test
    void theWeekTellsWhatTheTopicsSay() {
        var tool = UUID.randomUUID();
        publish(PANELS, as(tool, sample(PANELS, "mixed-after-ship")));
        publish(TOOLS, as(tool, sample(TOOLS, "price-changed-windsurf")).put("slug", "told-" + tool));
        var entries = await().until(() -> told("2026-W48", "told-" + tool), told -> told.size() == 3);

        assertThat(entries)
                .extracting(entry -> entry.get("kind").stringValue())
                .containsExactly("changed_verdict", "price_change", "new_tool");
        var verdict = entries.getFirst();
        assertThat(verdict.get("from").stringValue()).isEqualTo("ship");
        assertThat(verdict.get("to").stringValue()).isEqualTo("mixed");
        assertThat(verdict.at("/panel/ships").intValue()).isEqualTo(2);
        assertThat(verdict.get("since").stringValue()).isEqualTo("2026-11-24T11:00:00Z");
        var price = entries.get(1);
        assertThat(price.get("from").stringValue()).isEqualTo("Free plan; Pro $15/mo");
        assertThat(price.get("to").stringValue()).isEqualTo("Free plan; Pro $20/mo");
        assertThat(told("2026-W47", "told-" + tool)).isEmpty();

        var page = get("/weekly");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .as("the script that marks own votes runs")
                .singleElement()
                .satisfies(policy -> assertThat(policy).contains("script-src 'self'", "default-src 'none'"));
        assertThat(page.body())
                .contains(
                        "<link rel=\"canonical\" href=\"http://localhost:8080/weekly\">",
                        "/tool/told-" + tool,
                        "data-own=\"told-" + tool + "\"",
                        "src=\"/assets/site.js\"",
                        "chip-small mixed",
                        "2 ship / 2 skip",
                        "Free plan; Pro $20/mo");
    }

    @Test
    void aToolThatWasTakenDownIsNotToldOfUntilItComesBack() {
        var tool = UUID.randomUUID();
        var state = as(tool, sample(TOOLS, "price-changed-windsurf")).put("slug", "down-" + tool);
        publish(PANELS, as(tool, sample(PANELS, "mixed-after-ship")));
        publish(TOOLS, state);
        await().until(() -> told("2026-W48", "down-" + tool).size() == 3);

        var down = state.deepCopy().put("version", 50);
        down.putObject("takenDown").put("reason", "Sample reason").put("since", "2026-11-24T12:00:00Z");
        publish(TOOLS, down);
        await().until(() -> told("2026-W48", "down-" + tool).isEmpty());
        assertThat(get("/weekly").body()).doesNotContain("down-" + tool);
        assertThat(get("/weekly.md").body()).doesNotContain("down-" + tool);

        publish(TOOLS, state.deepCopy().put("version", 51).putNull("takenDown"));
        await().until(() -> told("2026-W48", "down-" + tool).size() == 3);
        assertThat(get("/weekly.md").body()).contains("](http://localhost:8080/tool/down-" + tool + "): Ship to Mixed");
    }

    @Test
    void replayedAndOlderEventsChangeNothing() {
        var tool = UUID.randomUUID();
        var state = as(tool, sample(TOOLS, "price-changed-windsurf"));
        var panel = as(tool, sample(PANELS, "seed-ship-three-of-four"));
        publish(TOOLS, state);
        publish(PANELS, panel);
        await().until(() -> rows(tool).size() == 2);
        var before = rows(tool);

        publish(TOOLS, state);
        publish(TOOLS, state.deepCopy().put("version", 1).put("name", "An older name"));
        publish(PANELS, panel);
        publish(PANELS, panel.deepCopy().put("version", 4).put("verdict", "pending"));
        // Two later events on the same partitions: when they are in, those above were read.
        publish(TOOLS, state.deepCopy().put("version", 5).put("tagline", "Read to the end"));
        publish(PANELS, panel.deepCopy().put("version", 6).put("skips", 7));
        await().until(() -> rows(tool).toString().contains("Read to the end")
                && rows(tool).toString().contains("skips=7"));

        assertThat(rows(tool)
                        .toString()
                        .replace("Read to the end", "An editor with an agent inside")
                        .replace("version=5", "version=4")
                        .replace("skips=7", "skips=1")
                        .replace("version=6", "version=5"))
                .isEqualTo(before.toString());
    }

    @Test
    void anyOrderWithRepeatsLeadsToTheNewestState() {
        var random = new Random(48);
        for (int round = 0; round < 30; round++) {
            var tool = UUID.randomUUID();
            List<Runnable> events = new ArrayList<>();
            for (int version = 1; version <= 5; version++) {
                var state = JSON.treeToValue(
                        as(tool, sample(TOOLS, "seed-mistral-3b"))
                                .put("version", version)
                                .put("name", "v" + version),
                        ToolState.class);
                var panel = JSON.treeToValue(
                        as(tool, sample(PANELS, "seed-ship-four-of-four"))
                                .put("version", version)
                                .put("ships", version),
                        PanelState.class);
                events.addAll(List.of(
                        () -> repository.save(state), () -> repository.save(state), () -> repository.save(panel)));
            }
            Collections.shuffle(events, random);
            events.forEach(Runnable::run);
            assertThat(rows(tool).toString()).contains("name=v5", "ships=5");
        }
    }

    @Test
    void aVerdictThatFallsBelowTheQuorumIsNoNewVerdict() {
        var pending = UUID.randomUUID();
        publish(TOOLS, as(pending, sample(TOOLS, "seed-mistral-3b")).put("slug", "pending-" + pending));
        publish(PANELS, as(pending, sample(PANELS, "pending-below-quorum")));
        var withdrawn = UUID.randomUUID();
        publish(TOOLS, as(withdrawn, sample(TOOLS, "seed-mistral-3b")).put("slug", "withdrawn-" + withdrawn));
        publish(PANELS, as(withdrawn, sample(PANELS, "back-to-pending-after-withdrawal")));
        await().until(() -> rows(pending).size() == 2 && rows(withdrawn).size() == 2);

        assertThat(told("2026-W48", "pending-" + pending))
                .extracting(entry -> entry.get("kind").stringValue())
                .containsExactly("new_tool");
        assertThat(told("2026-W48", "withdrawn-" + withdrawn))
                .extracting(entry ->
                        entry.get("kind").stringValue() + " " + entry.path("to").asString(""))
                .containsExactly("changed_verdict pending", "new_tool ");
    }

    @Test
    void aCategoryHasTheNameThatEventsTellAndBeforeThatOneMadeOfItsKey() {
        var tool = UUID.randomUUID();
        var state = as(tool, sample(TOOLS, "seed-mistral-3b")).put("slug", "named-" + tool);
        state.withObject("/category").put("key", "voice-and-sound").put("name", "Voice & Sound");
        repository.save(JSON.treeToValue(state, ToolState.class));
        assertThat(category("voice-and-sound")).isEqualTo("Voice & Sound");
        jdbc.sql("UPDATE digest_tool SET category_name = NULL WHERE tool_id = :id")
                .param("id", tool)
                .update();
        assertThat(category("voice-and-sound")).isEqualTo("Voice And Sound");
    }

    private String category(String key) {
        return jdbc.sql("SELECT name FROM digest_category WHERE category = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    @Test
    void aWeekThatIsNoneIsRefusedWithItsPointer() {
        var answer = get("/api/v1/newsletter/digest?week=2026-W60", "Authorization", TestTokens.bearer("newsletter"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("/week");
    }

    @Test
    void aWeekWithoutNewsIsEmptyAndNotSentAgain() {
        var week = "2019-W30";
        var path = "/api/v1/newsletter/digest?week=" + week;
        var token = TestTokens.bearer("newsletter");
        var first = get(path, "Authorization", token);
        assertThat(json(first).get("entries").isEmpty()).isTrue();
        assertThat(json(first).has("asOf")).isTrue();
        assertThat(queries.week(IsoWeek.parse(week).orElseThrow()).entries()).isEmpty();

        // What is heard meanwhile is in `asOf`, so a tag may be over at once.
        await().untilAsserted(() -> {
            var tag = get(path, "Authorization", token)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(tag).startsWith("\"");
            assertThat(get(path, "Authorization", token, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        });
    }

    private List<JsonNode> told(String week, String slug) {
        var answer = get("/api/v1/newsletter/digest?week=" + week, "Authorization", TestTokens.bearer("newsletter"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer)
                .get("entries")
                .valueStream()
                .filter(entry -> entry.at("/tool/slug").stringValue().equals(slug))
                .toList();
    }

    private List<Map<String, Object>> rows(UUID tool) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var table : List.of("digest_tool", "digest_panel")) {
            rows.addAll(jdbc.sql("SELECT * FROM " + table + " WHERE tool_id = :id")
                    .param("id", tool)
                    .query()
                    .listOfRows());
        }
        return rows;
    }

    private static byte[] sample(String topic, String name) {
        return ContractSchemas.samples(topic).get(name + ".json");
    }
}
