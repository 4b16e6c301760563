package dev.toolverdicts.newsletter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the golden samples tell as changes.
class AlertContractTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static <T> T read(String topic, String name, Class<T> type) {
        return JSON.readValue(
                Objects.requireNonNull(ContractSchemas.samples(topic).get(name + ".json"), name), type);
    }

    private static ToolFacts tool(String name) {
        return read("catalog.tool.v1", name, ToolFacts.class);
    }

    private static PanelFacts panel(String name) {
        return read("review.panel.v1", name, PanelFacts.class);
    }

    @Test
    void aChangedPriceAndAChangedStatusAreChanges() {
        assertThat(Changes.of(tool("price-changed-windsurf"))).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ChangeKind.PRICE);
            assertThat(change.from()).isEqualTo("Free plan; Pro $15/mo");
            assertThat(change.to()).isEqualTo("Free plan; Pro $20/mo");
        });
        assertThat(Changes.of(tool("revived-after-discontinued")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo(ChangeKind.STATUS);
                    assertThat(change.from()).isEqualTo("discontinued");
                });
        assertThat(Changes.of(tool("seed-mistral-3b"))).isEmpty();
    }

    @Test
    void aVerdictIsAChangeAndWaitingForTheFirstIsNone() {
        assertThat(Changes.of(panel("mixed-after-ship"))).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo("ship");
            assertThat(change.to()).isEqualTo("mixed");
        });
        assertThat(Changes.of(panel("seed-ship-four-of-four"))).hasSize(1);
        assertThat(Changes.of(panel("pending-no-reviews"))).isEmpty();
        assertThat(Changes.of(panel("back-to-pending-after-withdrawal"))).hasSize(1);
    }

    @Test
    void everyGoldenSampleIsRead() {
        for (String topic : new String[] {"catalog.tool.v1", "review.panel.v1", "review.critic.v1", "vote.tally.v1"}) {
            assertThat(ContractSchemas.samples(topic)).isNotEmpty().allSatisfy((name, sample) -> {
                switch (topic) {
                    case "catalog.tool.v1" -> Changes.of(JSON.readValue(sample, ToolFacts.class));
                    case "review.panel.v1" -> Changes.of(JSON.readValue(sample, PanelFacts.class));
                    case "vote.tally.v1" ->
                        assertThat(JSON.readValue(sample, TallyFacts.class).milestone())
                                .isNotNegative();
                    default ->
                        assertThat(JSON.readValue(sample, CriticFacts.class).name())
                                .isNotBlank();
                }
            });
        }
    }

    @Test
    void theSameChangeHasTheSameId() {
        Change change = Changes.of(tool("price-changed-windsurf")).getFirst();
        assertThat(change.id())
                .isEqualTo(Changes.of(tool("price-changed-windsurf")).getFirst().id())
                .isNotEqualTo(Changes.of(panel("mixed-after-ship")).getFirst().id());
    }
}
