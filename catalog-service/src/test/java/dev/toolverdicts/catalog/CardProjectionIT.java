package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CardProjectionIT extends RunningService {

    private static final String TOOL_CONSUMER = "catalog-card-tools";
    private static final String PANEL_CONSUMER = "catalog-card-panels";
    private static final String TALLY_CONSUMER = "catalog-card-tallies";

    private JsonNode card(Api.Added tool) {
        return api.get(Api.path(tool.slug())).body();
    }

    @Test
    void panelAndVotesAreOnTheCardWithinTwoSeconds() {
        Api.Added tool = api.added(Draft.fresh());
        others.mixedPanel(tool.toolId(), 5);
        others.tally(tool.toolId(), 9, 3, 1);

        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(card(tool).at("/panel").toString())
                    .isEqualTo("{\"ships\":3,\"skips\":1,\"pct\":75,\"verdict\":\"ship\",\"quorum\":4,\"critics\":7}");
            assertThat(card(tool).at("/community").toString())
                    .isEqualTo(
                            "{\"ships\":3,\"skips\":1,\"pct\":75,\"wilsonLow\":0.4,\"wilsonHigh\":0.9,\"brigade\":false}");
        });
        assertThat(api.get(Api.path(tool.slug())).header("ETag")).isEqualTo("\"1.5.9\"");
    }

    @Test
    void panelAndVotesThatComeBeforeTheirToolAreNotLost() {
        String toolId = UUID.randomUUID().toString();
        others.awaitApplied(PANEL_CONSUMER, others.unanimousPanel(toolId, 5));
        others.awaitApplied(TALLY_CONSUMER, others.tally(toolId, 2, 1, 0));
        String slug = "late-" + UUID.randomUUID();
        assertThat(api.get(Api.path(slug)).status()).isEqualTo(404);

        others.awaitApplied(TOOL_CONSUMER, publishTool(toolId, slug, 1));

        JsonNode card = api.get(Api.path(slug)).body();
        assertThat(card.at("/panel/pct").asInt()).isEqualTo(100);
        assertThat(card.at("/community/ships").asInt()).isEqualTo(1);
    }

    private RecordMetadata publishTool(String toolId, String slug, long version) {
        return others.publish(
                "catalog.tool.v1",
                toolId,
                others.value(
                        "catalog.tool.v1",
                        "seed-mistral-3b.json",
                        state -> state.put("toolId", toolId).put("slug", slug).put("version", version)));
    }

    @Test
    void anOlderStateNeverReplacesANewerOne() {
        Api.Added tool = api.added(Draft.fresh());
        others.tally(tool.toolId(), 8, 5, 3);
        others.mixedPanel(tool.toolId(), 8);
        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 7, 1, 0));
        others.awaitApplied(PANEL_CONSUMER, others.unanimousPanel(tool.toolId(), 7));
        others.awaitApplied(TOOL_CONSUMER, publishTool(tool.toolId(), tool.slug(), 1));

        assertThat(card(tool).at("/community/ships").asInt()).isEqualTo(5);
        assertThat(card(tool).at("/panel/pct").asInt()).isEqualTo(75);
        assertThat(card(tool).at("/name").asString()).startsWith("Sample ");
    }

    @Test
    void theSameEventsAgainChangeNothing() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        assertThat(api.put(
                                tool.slug(),
                                "\"1\"",
                                draft.with("tagline", "Another line").json())
                        .status())
                .isEqualTo(200);
        others.awaitApplied(PANEL_CONSUMER, others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 4, 6, 2));
        topics.await("catalog.tool.v1", tool.toolId(), 2);
        await().until(() -> card(tool).at("/tagline").asString().equals("Another line"));
        Map<String, Object> before = row(tool);

        for (ConsumerRecord<String, byte[]> event : topics.records("catalog.tool.v1", tool.toolId())) {
            others.awaitApplied(TOOL_CONSUMER, others.publish(event.topic(), event.key(), event.value()));
        }
        others.awaitApplied(PANEL_CONSUMER, others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 4, 6, 2));

        assertThat(row(tool)).isEqualTo(before);
    }

    private Map<String, Object> row(Api.Added tool) {
        return jdbc.sql("SELECT card::text AS content, xmin::text AS written_by FROM tool_card card WHERE slug = :slug")
                .param("slug", tool.slug())
                .query()
                .singleRow();
    }

    @Test
    void aCardBuiltFromTheLastStatesAloneIsTheSame() {
        Draft draft = Draft.fresh();
        Api.Added tool = api.added(draft);
        String next = "moved-" + UUID.randomUUID();
        assertThat(api.put(tool.slug(), "\"1\"", draft.with("slug", next).json())
                        .status())
                .isEqualTo(200);
        assertThat(api.put(next, "\"2\"", draft.with("slug", tool.slug()).json())
                        .status())
                .isEqualTo(200);
        await().until(() -> api.get(Api.path(tool.slug())).header("ETag").startsWith("\"3."));
        others.awaitApplied(PANEL_CONSUMER, others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 4, 6, 2));
        Object live = row(tool).get("content");
        jdbc.sql("DELETE FROM tool_card WHERE slug = :slug")
                .param("slug", tool.slug())
                .update();

        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 4, 6, 2));
        others.awaitApplied(PANEL_CONSUMER, others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied(
                TOOL_CONSUMER,
                others.publish(
                        "catalog.tool.v1",
                        tool.toolId(),
                        topics.await("catalog.tool.v1", tool.toolId(), 3).value()));

        assertThat(row(tool).get("content")).isEqualTo(live);
        assertThat(api.get(Api.path(next)).header("Location")).isEqualTo(Api.path(tool.slug()));
    }

    @Test
    void whatCannotBeAppliedBecomesADeadLetterAndTheRestIsApplied() {
        Api.Added tool = api.added(Draft.fresh());
        String poisoned = UUID.randomUUID().toString();
        RecordMetadata refused = others.publish(
                OtherServices.PANELS,
                poisoned,
                others.value(OtherServices.PANELS, "seed-ship-three-of-four.json", state -> {
                    state.put("toolId", poisoned).put("version", 1);
                    ((ObjectNode) state.at("/reviews/0")).put("body", "a\0b");
                }));
        RecordMetadata unreadable = others.publish(OtherServices.TALLIES, poisoned, "{\"toolId\": 7".getBytes(UTF_8));
        others.awaitApplied(PANEL_CONSUMER, others.mixedPanel(tool.toolId(), 5));
        others.awaitApplied(TALLY_CONSUMER, others.tally(tool.toolId(), 1, 1, 0));
        others.awaitApplied(PANEL_CONSUMER, refused);
        others.awaitApplied(TALLY_CONSUMER, unreadable);

        assertThat(deadLetters(PANEL_CONSUMER, refused)).isEqualTo(1);
        assertThat(deadLetters(TALLY_CONSUMER, unreadable)).isEqualTo(1);
        assertThat(card(tool).at("/panel/pct").asInt()).isEqualTo(75);
        assertThat(card(tool).at("/community/ships").asInt()).isEqualTo(1);
    }

    private int deadLetters(String consumer, RecordMetadata record) {
        return jdbc.sql("""
                        SELECT count(*) FROM dead_letter
                        WHERE consumer = :consumer AND partition = :partition AND record_offset = :offset
                        """)
                .param("consumer", consumer)
                .param("partition", record.partition())
                .param("offset", record.offset())
                .query(Integer.class)
                .single();
    }
}
