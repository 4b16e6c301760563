package dev.toolverdicts.newsletter.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.messaging.EventCodec;
import dev.toolverdicts.platform.messaging.MessagingAutoConfiguration;
import dev.toolverdicts.platform.messaging.UndecodableEvent;
import dev.toolverdicts.platform.test.ContractSchemas;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.json.JsonMapper;

/// Reads the golden samples as the listeners do.
class DigestContractTest {

    private static final String TOOLS = "catalog.tool.v1";
    private static final String PANELS = "review.panel.v1";
    private static final String TALLIES = "vote.tally.v1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> everyGoldenToolIsRead() {
        return samples(TOOLS, sample -> {
            var golden = JSON.readTree(sample);
            var tool = decode(TOOLS, sample, ToolState.class);
            assertThat(tool.toolId()).hasToString(golden.get("toolId").stringValue());
            assertThat(tool.version()).isEqualTo(golden.get("version").longValue());
            assertThat(tool.slug()).isEqualTo(golden.get("slug").stringValue());
            assertThat(tool.pricing().text())
                    .isEqualTo(golden.at("/pricing/text").stringValue());
            assertThat(tool.previousPricing() == null)
                    .isEqualTo(golden.get("previousPricing").isNull());
            assertThat(tool.createdAt()).isEqualTo(golden.get("createdAt").stringValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenPanelIsRead() {
        return samples(PANELS, sample -> {
            var golden = JSON.readTree(sample);
            var panel = decode(PANELS, sample, PanelState.class);
            assertThat(panel.verdict()).hasToString(golden.get("verdict").stringValue());
            assertThat(String.valueOf(panel.previousVerdict()))
                    .isEqualTo(golden.get("previousVerdict").asString("null"));
            assertThat(panel.ships()).isEqualTo(golden.get("ships").intValue());
            assertThat(panel.verdictSince())
                    .isEqualTo(golden.get("verdictSince").stringValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenTallyIsRead() {
        return samples(TALLIES, sample -> {
            var golden = JSON.readTree(sample);
            var tally = decode(TALLIES, sample, TallyState.class);
            assertThat(tally.toolId()).hasToString(golden.get("toolId").stringValue());
            assertThat(tally.version()).isEqualTo(golden.get("version").longValue());
            assertThat(tally.ships()).isEqualTo(golden.get("ships").longValue());
            assertThat(tally.skips()).isEqualTo(golden.get("skips").longValue());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolId", "version", "ships", "skips", "updatedAt"})
    void aTallyWithoutWhatTheDigestTellsIsUndecodable(String field) {
        assertThatThrownBy(() -> decode(TALLIES, without(TALLIES, field), TallyState.class))
                .isInstanceOf(UndecodableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toolId",
                "version",
                "slug",
                "name",
                "tagline",
                "category",
                "status",
                "pricing",
                "pricingSince",
                "createdAt"
            })
    void aToolWithoutWhatTheDigestTellsIsUndecodable(String field) {
        assertThatThrownBy(() -> decode(TOOLS, without(TOOLS, field), ToolState.class))
                .isInstanceOf(UndecodableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolId", "version", "ships", "skips", "verdict", "verdictSince", "updatedAt"})
    void aPanelWithoutWhatTheDigestTellsIsUndecodable(String field) {
        assertThatThrownBy(() -> decode(PANELS, without(PANELS, field), PanelState.class))
                .isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void aVerdictNobodyKnowsIsUndecodable() {
        var panel = JSON.readTree(first(PANELS)).asObject().put("verdict", "maybe");
        assertThatThrownBy(() -> decode(PANELS, JSON.writeValueAsBytes(panel), PanelState.class))
                .isInstanceOf(UndecodableEvent.class);
    }

    private static Stream<DynamicTest> samples(String topic, Consumer<byte[]> test) {
        return ContractSchemas.samples(topic).entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> test.accept(sample.getValue())));
    }

    private static byte[] first(String topic) {
        Map<String, byte[]> samples = ContractSchemas.samples(topic);
        return samples.values().iterator().next();
    }

    private static byte[] without(String topic, String field) {
        var value = JSON.readTree(first(topic)).asObject();
        value.remove(field);
        return JSON.writeValueAsBytes(value);
    }

    private static <T> T decode(String topic, byte[] value, Class<T> type) {
        return Codec.AS_IN_THE_SERVICE.decode(new ConsumerRecord<>(topic, 0, 0, "key", value), type);
    }

    private static final class Codec {
        static final EventCodec AS_IN_THE_SERVICE = codec();

        private static EventCodec codec() {
            var found = new EventCodec[1];
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(JacksonAutoConfiguration.class, MessagingAutoConfiguration.class))
                    .withPropertyValues(
                            "spring.application.name=newsletter-service",
                            "spring.jackson.deserialization.fail-on-reading-dup-tree-key=true")
                    .run(context -> found[0] = context.getBean(EventCodec.class));
            return found[0];
        }
    }
}
