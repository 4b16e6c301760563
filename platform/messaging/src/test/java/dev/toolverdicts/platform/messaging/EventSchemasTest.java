package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.ContractSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every published topic, and every word of its schema that refuses something: what is tried is made
/// from the schemas, so that a word that nobody looks at, or that no sample reaches, fails here.
class EventSchemasTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventSchemas schemas = new EventSchemas(JSON);
    private final EventCodec codec = new EventCodec(JSON, Clock.systemUTC(), () -> new UUID(0, 1), "/thing-service");

    static List<String> topics() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:schemas/*.json"))
                    .map(schema -> String.valueOf(schema.getFilename()).replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreSchemas() {
        assertThat(topics()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyGoldenSampleIsTaken(String topic) {
        assertThat(ContractSchemas.samples(topic).values())
                .allSatisfy(
                        sample -> assertThat(schemas.complaint(topic, sample)).isNull());
    }

    @TestFactory
    Stream<DynamicTest> whatTheSchemaRefusesIsSetAsideWithTheFieldAndTheCause() {
        return topics().stream()
                .flatMap(topic -> spoiled(topic)
                        .map(each -> DynamicTest.dynamicTest(
                                topic + each.word() + " at " + each.at(), () -> refused(topic, each))));
    }

    private void refused(String topic, Spoiled spoiled) {
        var received = new ConsumerRecord<>(topic, 0, 0, "key", spoiled.value());
        Shape rule = Shape.of(spoiled.rule());

        assertThatThrownBy(() -> ContractSchemas.validate(topic, spoiled.value()))
                .isInstanceOf(AssertionError.class);
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(received, JsonNode.class))
                .withMessageStartingWith(spoiled.at().isEmpty() ? "the value is not" : "field " + spoiled.at());
        assertThat(rule.complaint(spoiled.bad())).as("that word alone").isNotNull();
        assertThat(rule.complaint(spoiled.good())).isNull();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyWordOfTheSchemaIsTried(String topic) {
        var untried = new TreeSet<>(Spoiled.wordsOf(schema(topic)));
        spoiled(topic).map(Spoiled::word).forEach(untried::remove);

        assertThat(untried).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type': 'integer'}                                | 1.5      | the value is not a whole number",
                "{'type': ['string', 'null']}                       | 7        | the value is not a text or null",
                "{'minimum': 0}                                     | -5       | the value is less than 0",
                "{'maximum': 1}                                     | 7        | the value is more than 1",
                "{'enum': ['a', null]}                              | 'b'      | the value is none of a, null",
                "{'format': 'date-time'}                            | 'soon'   | the value is not a time",
                "{'format': 'date'}                                 | '2026-02-30' | the value is not a day",
                "{'minLength': 1}                                   | ''       | the value is empty",
                "{'properties': {'a': {'items': {'maximum': 1}}}}   | {'a': [1, 2]} | field a[1] is more than 1",
                "{'properties': {'a': {'properties': {'b': {'format': 'uuid'}}}}} | {'a': {'b': ''}} | field a.b is not an id",
            })
    void causesAreInPlainWords(String schema, String value, String cause) {
        assertThat(Shape.of(tree(schema)).complaint(tree(value)))
                .extracting(Shape.Complaint::text)
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'type': 'integer'}                       | 7.0",
                "{'minimum': 0}                            | 'text'",
                "{'maxLength': 1}                          | '😀'",
                "{'properties': {'a': {'minimum': 0}}}     | {'b': -1}",
                "{'anyOf': [{'minimum': 0}, {'type': 'null'}]} | null",
            })
    void whatASchemaDoesNotSpeakOfIsTaken(String schema, String value) {
        assertThat(Shape.of(tree(schema)).complaint(tree(value))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{'multipleOf': 5}", "{'format': 'hostname'}", "{'anyOf': [{}, {}]}", "{'not': {'minimum': 0}}"})
    void aWordThatNobodyLooksAtIsNoSchema(String schema) {
        assertThatThrownBy(() -> Shape.of(tree(schema))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVeryLongTextEndsNoListener() {
        Shape words = Shape.of(tree("{'pattern': '^[a-z]+(-[a-z]+)*$'}"));

        assertThat(words.complaint(tree("'" + "a-".repeat(400_000) + "a'"))).isNotNull();
    }

    @Test
    void aTopicWithoutSchemaTakesWhatItsTypeTakes() {
        assertThat(schemas.complaint("no.such.v1", "{\"score\": -1}".getBytes(UTF_8)))
                .isNull();
    }

    private static Stream<Spoiled> spoiled(String topic) {
        return ContractSchemas.samples(topic).values().stream()
                .flatMap(sample -> Spoiled.allOf(schema(topic), sample).stream());
    }

    private static JsonNode schema(String topic) {
        try (var schema = EventSchemas.class.getResourceAsStream("/schemas/" + topic + ".json")) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
