package dev.toolverdicts.catalog.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

class CardContractTest {

    private final JsonMapper json = new JsonMapper();

    private static Stream<Map.Entry<String, byte[]>> samples(String topic) {
        return ContractSchemas.samples(topic).entrySet().stream();
    }

    private static Stream<Map.Entry<String, byte[]>> tools() {
        return samples("catalog.tool.v1");
    }

    private static Stream<Map.Entry<String, byte[]>> panels() {
        return samples("review.panel.v1");
    }

    private static Stream<Map.Entry<String, byte[]>> tallies() {
        return samples("vote.tally.v1");
    }

    /// What was read, written again, says the same as the sample in every field that is read. What
    /// a sample lacks since it was added later is null.
    private void assertUnderstood(byte[] sample, Class<?> type) {
        JsonNode written = json.readTree(sample);
        JsonNode read = json.valueToTree(json.readValue(sample, type));
        assertThat(read.propertyNames())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(json.writeValueAsString(withoutNulls(read.get(field))))
                        .as(field)
                        .isEqualTo(json.writeValueAsString(
                                withoutNulls(written.optional(field).orElse(NullNode.getInstance())))));
    }

    private JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = json.createObjectNode();
            node.forEachEntry((name, value) -> {
                if (!value.isNull()) {
                    kept.set(name, withoutNulls(value));
                }
            });
            return kept;
        }
        if (node.isArray()) {
            ArrayNode kept = json.createArrayNode();
            node.forEach(item -> kept.add(withoutNulls(item)));
            return kept;
        }
        return node;
    }

    @Test
    void whatWasAddedToAReviewIsRead() {
        PanelState panel = json.readValue(
                ContractSchemas.samples("review.panel.v1").get("re-reviewed-with-reason-and-sources.json"),
                PanelState.class);
        Take turned = panel.reviews().getFirst();

        assertThat(turned.model()).isEqualTo("sample-model-1");
        assertThat(turned.citations()).extracting(Citation::id).containsExactly(1, 2);
        assertThat(turned.previousVerdict()).isEqualTo("skip");
        assertThat(turned.changeReason()).isEqualTo("The sample fault is mended.");
        assertThat(turned.dueAt()).isEqualTo(Instant.parse("2027-05-23T13:00:00Z"));
        assertThat(turned.helpfulYes()).isEqualTo(3);
    }

    private void assertRefusedWithout(String field, byte[] sample, Class<?> type) {
        ObjectNode state = (ObjectNode) json.readTree(sample);
        state.remove(field);
        assertThatThrownBy(() -> json.treeToValue(state, type)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyGoldenToolIsUnderstood(Map.Entry<String, byte[]> sample) {
        assertUnderstood(sample.getValue(), ToolState.class);
        assertRefusedWithout("slug", sample.getValue(), ToolState.class);
        assertRefusedWithout("pricing", sample.getValue(), ToolState.class);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyGoldenPanelIsUnderstood(Map.Entry<String, byte[]> sample) {
        assertUnderstood(sample.getValue(), PanelState.class);
        assertRefusedWithout("reviews", sample.getValue(), PanelState.class);
        assertRefusedWithout("ships", sample.getValue(), PanelState.class);
    }

    @ParameterizedTest
    @MethodSource("tallies")
    void everyGoldenTallyIsUnderstood(Map.Entry<String, byte[]> sample) {
        TallyState read = json.readValue(sample.getValue(), TallyState.class);
        JsonNode written = json.readTree(sample.getValue());

        assertThat(read.toolId()).hasToString(written.get("toolId").asString());
        assertThat(read.version()).isEqualTo(written.get("version").longValue());
        assertThat(read.ships()).isEqualTo(written.get("ships").longValue());
        assertThat(read.skips()).isEqualTo(written.get("skips").longValue());
        assertThat(read.pct() == null).isEqualTo(written.get("pct").isNull());
        assertThat(read.wilsonLow() == null).isEqualTo(written.get("wilsonLow").isNull());
        assertThat(read.wilsonLow() == null
                        || read.wilsonLow() == written.get("wilsonLow").doubleValue())
                .isTrue();
        assertThat(read.updatedAt())
                .isEqualTo(Instant.parse(written.get("updatedAt").asString()));
        assertRefusedWithout("toolId", sample.getValue(), TallyState.class);
        assertRefusedWithout("version", sample.getValue(), TallyState.class);
    }
}
