package dev.toolverdicts.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Each case takes a golden sample, spoils it in one place and expects the schema to refuse exactly that place.
class BadSampleContractTest {

    @TestFactory
    Stream<DynamicTest> spoiledSamplesAreRefusedWhereTheyAreSpoiled() {
        return Contracts.topics().stream()
                .flatMap(topic -> cases(topic)
                        .valueStream()
                        .map(spoiled -> DynamicTest.dynamicTest(
                                topic + ": " + spoiled.get("why").stringValue(), () -> refused(topic, spoiled))));
    }

    @TestFactory
    Stream<DynamicTest> aMissingFieldIsRefused() {
        return Contracts.topics().stream()
                .flatMap(topic -> Contracts.schema(topic)
                        .getSchemaNode()
                        .get("required")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .map(field ->
                                DynamicTest.dynamicTest(topic + " without " + field, () -> missing(topic, field))));
    }

    private static void missing(String topic, String field) {
        var value = Contracts.sample(
                        topic, Contracts.sampleNames(topic).iterator().next())
                .asObject();
        value.remove(field);
        assertThat(Contracts.errors(topic, value))
                .singleElement()
                .satisfies(error -> assertThat(error.getProperty()).isEqualTo(field));
    }

    private static void refused(String topic, JsonNode spoiled) {
        var value = Contracts.sample(topic, spoiled.get("sample").stringValue());
        var at = spoiled.get("at").stringValue();
        put(value, JsonPointer.compile(at), spoiled.get("value"));
        // Of a part that may also be null the validator adds that it is not.
        assertThat(Contracts.errors(topic, value))
                .extracting(error -> error.getInstanceLocation().toString())
                .anyMatch(place -> place.startsWith(at))
                .allMatch(place -> place.startsWith(at) || at.startsWith(place + "/"));
    }

    private static void put(JsonNode value, JsonPointer at, JsonNode replacement) {
        switch (value.at(at.head())) {
            case ObjectNode object -> object.set(at.last().getMatchingProperty(), replacement);
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), replacement);
            default -> throw new IllegalArgumentException("nothing to spoil at " + at);
        }
    }

    private static JsonNode cases(String topic) {
        return Contracts.JSON.readTree(Contracts.read(Path.of("src/test/resources/bad", topic + ".json")));
    }
}
