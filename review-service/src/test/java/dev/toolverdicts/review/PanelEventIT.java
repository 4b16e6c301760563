package dev.toolverdicts.review;

import static dev.toolverdicts.review.Api.reviewPath;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.PublishedState;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestTokens;
import dev.toolverdicts.review.CatalogTopic.Tool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PanelEventIT extends RunningService {

    private static final String TOPIC = "review.panel.v1";

    @Autowired
    private List<PublishedState> published;

    private void review(Tool tool, String critic, String verdict) {
        api.review(tool.slug(), critic, TestTokens.critic(critic), verdict, 77);
    }

    private JsonNode panel(Tool tool, long version) {
        ConsumerRecord<String, byte[]> record = topics.await(TOPIC, tool.id().toString(), version);
        ContractSchemas.validate(TOPIC, record.value());
        return topics.value(record);
    }

    @Test
    void aNewToolGetsAnEmptyPanel() {
        Tool tool = catalog.knownTool("empty-" + UUID.randomUUID());
        JsonNode panel = panel(tool, 1);

        assertThat(panel.get("verdict").asString()).isEqualTo("pending");
        assertThat(panel.get("pct").isNull()).isTrue();
        assertThat(panel.get("critics").intValue()).isEqualTo(7);
        assertThat(panel.get("quorum").intValue()).isEqualTo(4);
        assertThat(panel.get("previousVerdict").isNull()).isTrue();
        assertThat(panel.get("reviews").isEmpty()).isTrue();
    }

    @Test
    void anEventCarriesTheEnvelopeOfItsContract() {
        Tool tool = catalog.knownTool("envelope-" + UUID.randomUUID());
        ConsumerRecord<String, byte[]> record = topics.await(TOPIC, tool.id().toString(), 1);

        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/review-service")
                .containsEntry("ce_type", "dev.toolverdicts.panel.state")
                .containsEntry("ce_subject", tool.id().toString())
                .containsEntry("ce_version", "1")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void aReviewRevisedFromSkipToShipTurns75Into100() {
        Tool tool = catalog.knownTool("revised-" + UUID.randomUUID());
        review(tool, "builder", "ship");
        review(tool, "skeptic", "ship");
        review(tool, "futurist", "ship");
        review(tool, "founder", "skip");
        JsonNode before = panel(tool, 5);
        review(tool, "founder", "ship");
        JsonNode after = panel(tool, 6);

        assertThat(before.get("pct").intValue()).isEqualTo(75);
        assertThat(before.get("verdict").asString()).isEqualTo("ship");
        assertThat(before.get("previousVerdict").asString()).isEqualTo("pending");
        assertThat(after.get("pct").intValue()).isEqualTo(100);
        assertThat(after.get("ships").intValue()).isEqualTo(4);
        assertThat(after.get("previousVerdict").asString()).isEqualTo("pending");
        assertThat(after.get("verdictSince")).isEqualTo(before.get("verdictSince"));
        assertThat(after.at("/reviews/3/criticName").asString()).isEqualTo("The Founder");
        assertThat(after.at("/reviews/3/revision").intValue()).isEqualTo(2);
    }

    @Test
    void aWithdrawalBelowTheQuorumMakesTheVerdictPendingAgain() {
        Tool tool = catalog.knownTool("withdrawn-" + UUID.randomUUID());
        List.of("builder", "skeptic", "futurist", "founder").forEach(critic -> review(tool, critic, "skip"));
        api.delete(reviewPath(tool.slug(), "founder"), TestTokens.critic("founder"));
        JsonNode panel = panel(tool, 6);

        assertThat(panel.get("verdict").asString()).isEqualTo("pending");
        assertThat(panel.get("previousVerdict").asString()).isEqualTo("skip");
        assertThat(panel.get("pct").intValue()).isZero();
        assertThat(panel.get("reviews").size()).isEqualTo(3);
        assertThat(panel.get("verdictSince")).isEqualTo(panel.get("updatedAt"));
    }

    @Test
    void anEventTellsOfACriticsTurnWithItsReason() {
        Tool tool = catalog.knownTool("turned-" + UUID.randomUUID());
        List.of("builder", "skeptic", "futurist").forEach(critic -> review(tool, critic, "skip"));
        review(tool, "founder", "ship");
        review(tool, "skeptic", "ship");
        api.put(
                reviewPath(tool.slug(), "futurist"),
                TestTokens.critic("futurist"),
                Api.disclosed("ship", 71, "Better[^1].", "The fault is mended."));
        JsonNode panel = panel(tool, 7);
        JsonNode turned = panel.at("/reviews/2");

        assertThat(panel.get("verdict").asString()).isEqualTo("ship");
        assertThat(panel.get("previousVerdict").asString()).isEqualTo("mixed");
        assertThat(turned.get("previousVerdict").asString()).isEqualTo("skip");
        assertThat(turned.get("changeReason").asString()).isEqualTo("The fault is mended.");
        assertThat(turned.get("verdictSince")).isEqualTo(panel.get("verdictSince"));
        assertThat(turned.get("model").asString()).isEqualTo("sample-model-1");
        assertThat(turned.at("/citations/0/id").intValue()).isEqualTo(1);
        assertThat(panel.at("/reviews/0/previousVerdict").isNull()).isTrue();
        assertThat(panel.at("/reviews/1/changeReason").isNull()).isTrue();
    }

    @Test
    void aPanelWhoseRefreshWasAskedForIsPublishedAgainOnce() {
        Tool tool = catalog.knownTool("refreshed-" + UUID.randomUUID());
        review(tool, "builder", "ship");
        jdbc.sql("INSERT INTO panel_refresh VALUES (:id)")
                .param("id", tool.id())
                .update();
        JsonNode again = panel(tool, 3);

        assertThat(again.get("ships").intValue()).isEqualTo(1);
        assertThat(again.get("verdictSince")).isEqualTo(panel(tool, 2).get("verdictSince"));
        assertThat(jdbc.sql("SELECT count(*) FROM panel_refresh WHERE tool_id = :id")
                        .param("id", tool.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(topics.records(TOPIC, tool.id().toString())).hasSize(3);
    }

    @Test
    void anEventIsOnlyPublishedForAChange() {
        Tool tool = catalog.knownTool("unchanged-" + UUID.randomUUID());
        review(tool, "builder", "ship");
        review(tool, "builder", "ship");
        review(tool, "skeptic", "ship");
        panel(tool, 3);

        assertThat(topics.records(TOPIC, tool.id().toString()).stream()
                        .map(record -> OwnTopics.header(record, "ce_version")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void twoCriticsAtTheSameMomentBothCountAHundredTimes() throws Exception {
        List<Tool> tools = IntStream.range(0, 100)
                .mapToObj(_ -> catalog.publish("contended-" + UUID.randomUUID()))
                .toList();
        tools.forEach(tool -> await().until(() -> catalog.isKnown(tool, 1)));
        var together = new CyclicBarrier(2);
        try (ExecutorService critics = Executors.newFixedThreadPool(2)) {
            Future<?> builder = critics.submit(() -> reviewAll(tools, "builder", together));
            Future<?> skeptic = critics.submit(() -> reviewAll(tools, "skeptic", together));
            builder.get();
            skeptic.get();
        }

        assertThat(tools).allSatisfy(tool -> assertThat(ships(tool)).isEqualTo(2));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Integer> last = lastShips();
            assertThat(tools)
                    .allSatisfy(tool -> assertThat(last).containsEntry(tool.id().toString(), 2));
        });
    }

    private Void reviewAll(List<Tool> tools, String critic, CyclicBarrier together) throws Exception {
        for (Tool tool : tools) {
            together.await();
            review(tool, critic, "ship");
        }
        return null;
    }

    private int ships(Tool tool) {
        return jdbc.sql("SELECT ships FROM panel WHERE tool_id = :id")
                .param("id", tool.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Integer> lastShips() {
        var last = new HashMap<String, Integer>();
        topics.records(TOPIC)
                .forEach(record ->
                        last.put(record.key(), topics.value(record).get("ships").intValue()));
        return last;
    }

    @Test
    void thePresentStateCanBePublishedAgain() {
        Tool tool = catalog.knownTool("again-" + UUID.randomUUID());
        review(tool, "builder", "ship");
        JsonNode first = panel(tool, 2);
        PublishedState panels = published.stream()
                .filter(state -> state.topic().equals(TOPIC))
                .findFirst()
                .orElseThrow();

        assertThat(panels.versions()).containsEntry(tool.id().toString(), 2L);
        panels.append(List.of(tool.id().toString()));

        await().untilAsserted(() -> {
            List<ConsumerRecord<String, byte[]>> records =
                    topics.records(TOPIC, tool.id().toString());
            assertThat(records).hasSize(3);
            assertThat(topics.value(records.getLast())).isEqualTo(first);
        });
    }
}
