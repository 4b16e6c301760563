package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.catalog.verdict.VerdictChange;
import dev.toolverdicts.catalog.verdict.VerdictQueries;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What feeds tell comes from the panel's events.
class VerdictFeedIT extends RunningService {

    @Autowired
    private VerdictQueries verdicts;

    private RecordMetadata panel(Api.Added tool, String sample, long version, @Nullable String before, String since) {
        return others.publish(
                OtherServices.PANELS,
                tool.toolId(),
                others.value(
                        OtherServices.PANELS,
                        sample,
                        state -> state.put("toolId", tool.toolId())
                                .put("version", version)
                                .put("previousVerdict", before)
                                .put("verdictSince", since)));
    }

    private void applied(RecordMetadata record) {
        others.awaitApplied("catalog-verdicts", record);
        others.awaitApplied("catalog-card-panels", record);
    }

    private List<String> told(VerdictChange.Kind kind, Api.Added tool) {
        return verdicts.latest(kind, "developer-tools", 1_000).stream()
                .filter(change -> change.tool().slug().equals(tool.slug()))
                .map(change -> change.before() + " to " + change.tool().panel().verdict() + " " + change.since())
                .toList();
    }

    @Test
    void aFirstVerdictAndATurnedOneAreToldWithTheirTime() {
        Api.Added tool = api.added(Draft.fresh());
        applied(panel(tool, "pending-below-quorum.json", 4, null, "2026-11-23T09:00:00Z"));
        assertThat(told(VerdictChange.Kind.ALL, tool)).isEmpty();

        applied(panel(tool, "seed-ship-three-of-four.json", 5, "pending", "2026-11-24T09:00:00Z"));
        assertThat(told(VerdictChange.Kind.FIRST, tool)).containsExactly("pending to ship 2026-11-24T09:00:00Z");
        assertThat(told(VerdictChange.Kind.TURNED, tool)).isEmpty();

        applied(panel(tool, "mixed-after-ship.json", 9, "ship", "2026-11-25T09:00:00Z"));
        applied(panel(tool, "seed-ship-three-of-four.json", 6, "pending", "2026-11-24T10:00:00Z"));
        assertThat(told(VerdictChange.Kind.FIRST, tool)).isEmpty();
        assertThat(told(VerdictChange.Kind.TURNED, tool)).containsExactly("ship to mixed 2026-11-25T09:00:00Z");

        applied(panel(tool, "back-to-pending-after-withdrawal.json", 10, "mixed", "2026-11-26T09:00:00Z"));
        assertThat(told(VerdictChange.Kind.TURNED, tool)).containsExactly("mixed to pending 2026-11-26T09:00:00Z");
    }

    @Test
    void aToolThatWasTakenDownIsInNoFeed() {
        Api.Added tool = api.added(Draft.fresh());
        applied(panel(tool, "seed-ship-four-of-four.json", 5, "pending", "2026-11-24T09:00:00Z"));
        assertThat(told(VerdictChange.Kind.FIRST, tool)).hasSize(1);

        api.write("PUT", Api.path(tool.slug()) + "/take-down", "{\"reason\": \"A sample reason\"}");

        await().untilAsserted(
                        () -> assertThat(told(VerdictChange.Kind.ALL, tool)).isEmpty());
    }

    @Test
    void feedsAreThereForTheirReaders() {
        Api.Answer atom = api.get("/feeds/verdicts.atom");

        assertThat(atom.status()).isEqualTo(200);
        assertThat(atom.header("Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(atom.response().headers().allValues("Cache-Control")).containsExactly("max-age=60, public");
        assertThat(api.get("/feeds/verdicts.atom", "If-None-Match", atom.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(api.get("/feeds/changes.json").header("Content-Type")).isEqualTo("application/feed+json");
        assertThat(api.get("/feeds/category/audio.atom").status()).isEqualTo(200);
        assertThat(api.get("/feeds/critic/nobody.atom").status()).isEqualTo(404);
    }

    @Test
    void verdictsAreBuiltAnewFromTheirTopic() {
        Api.Added tool = api.added(Draft.fresh());
        applied(panel(tool, "mixed-after-ship.json", 9, "ship", "2026-11-25T09:00:00Z"));
        List<String> right = told(VerdictChange.Kind.ALL, tool);
        var rebuilding = new Rebuilding(api, "verdicts");
        assertThat(rebuilding.run().at("/differingRows").asInt()).isZero();
        jdbc.sql("UPDATE tool_verdict SET since = now() WHERE tool_id = :id::uuid")
                .param("id", tool.toolId())
                .update();

        assertThat(rebuilding.run().at("/differingRows").asInt()).isEqualTo(1);

        assertThat(told(VerdictChange.Kind.ALL, tool)).isEqualTo(right);
    }
}
