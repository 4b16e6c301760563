package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventCodecTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private final EventCodec codec = new EventCodec(
            JsonMapper.builder().build(),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
            () -> ID,
            "/thing-service");

    record Moment(Instant at, String note) {}

    record Picky(String id) {
        Picky {
            Objects.requireNonNull(id);
        }
    }

    @Test
    void anEventOfATraceSaysSo() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        ProducerRecord<String, byte[]> encoded = codec.encode(new Event("t", "k", "type", 1, "data", parent));

        assertThat(encoded.headers().lastHeader("traceparent").value()).isEqualTo(parent.getBytes(UTF_8));
    }

    @Test
    void anEventIsACloudEventInBinaryMode() {
        ProducerRecord<String, byte[]> encoded = codec.encode(
                new Event("thing.state.v1", "k1", "dev.example.thing.state", 7, new ThingState("k1", 7, "ä")));

        var headers = new LinkedHashMap<String, String>();
        encoded.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(headers)
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", ID.toString(),
                        "ce_source", "/thing-service",
                        "ce_type", "dev.example.thing.state",
                        "ce_subject", "k1",
                        "ce_time", "2026-11-24T12:00:00Z",
                        "ce_version", "7",
                        "content-type", "application/json"));
        assertThat(encoded.topic()).isEqualTo("thing.state.v1");
        assertThat(encoded.key()).isEqualTo("k1");
        assertThat(encoded.value()).isEqualTo("{\"id\":\"k1\",\"version\":7,\"body\":\"ä\"}".getBytes(UTF_8));
    }

    @Test
    void timesAreWrittenAsTextAndNullsAreWritten() {
        var encoded =
                codec.encode(new Event("t", "k", "type", 1, new Moment(Instant.parse("2026-11-24T12:00:00Z"), null)));

        assertThat(new String(encoded.value(), UTF_8)).isEqualTo("{\"at\":\"2026-11-24T12:00:00Z\",\"note\":null}");
    }

    @Test
    void fieldsTheConsumerDoesNotKnowAreIgnored() {
        assertThat(decode("k", "{\"id\":\"a\",\"version\":1,\"body\":\"b\",\"more\":{\"x\":[1]}}"))
                .isEqualTo(new ThingState("a", 1, "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{not json",
                "{\"id\":{},\"version\":1,\"body\":\"b\"}",
                "{\"version\":1,\"body\":\"b\"}",
                "{\"id\":\"a\",\"version\":\"x\",\"body\":\"b\"}",
                "{\"id\":\"a\",\"version\":1,\"body\":\"b\"} and more",
                "<xml/>"
            })
    void whatHasNotTheShapeIsUndecodable(String value) {
        assertThatExceptionOfType(UndecodableEvent.class).isThrownBy(() -> decode("k", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{not json                                     | the value is not JSON",
                "[]                                            | the value is not what a ThingState is read from",
                "{\"id\":{},\"version\":1,\"body\":\"b\"}      | field id is not a text",
                "{\"id\":\"a\",\"version\":\"x\",\"body\":\"b\"} | field version is not a number",
            })
    void theCauseIsInPlainWords(String value, String cause) {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> decode("k", value))
                .withMessage(cause);
    }

    @Test
    void aTimeThatIsNoneIsCalledSo() {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(received("k", "{\"at\":\"secret\"}".getBytes(UTF_8)), Moment.class))
                .withMessage("field at is not a time");
    }

    @Test
    void whatTheTypeItselfRefusesIsUndecodable() {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(received("k", "{}".getBytes(UTF_8)), Picky.class));
    }

    @Test
    void aDeeplyNestedValueIsUndecodableAndNoError() {
        assertThatExceptionOfType(UndecodableEvent.class).isThrownBy(() -> decode("k", "[".repeat(100_000)));
    }

    @Test
    void aMissingKeyOrValueIsUndecodable() {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(received("k", null), ThingState.class));
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(received(null, "{}".getBytes(UTF_8)), ThingState.class));
    }

    @Test
    void theVersionOfARecordWithoutAReadableOneIsZero() {
        ConsumerRecord<String, byte[]> none = received("k", new byte[0]);
        ConsumerRecord<String, byte[]> broken = received("k", new byte[0]);
        broken.headers().add("ce_version", "seven".getBytes(UTF_8));
        ConsumerRecord<String, byte[]> empty = received("k", new byte[0]);
        empty.headers().add("ce_version", null);

        assertThat(EventCodec.version(none)).isZero();
        assertThat(EventCodec.version(broken)).isZero();
        assertThat(EventCodec.version(empty)).isZero();
    }

    @Test
    void anEventNeedsTopicKeyTypeAndAPositiveVersion() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Event(" ", "k", "t", 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Event("t", "", "t", 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Event("t", "k", "", 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Event("t", "k", "t", 0, ""));
    }

    private ThingState decode(String key, String value) {
        return codec.decode(received(key, value.getBytes(UTF_8)), ThingState.class);
    }

    private static ConsumerRecord<String, byte[]> received(String key, byte[] value) {
        return new ConsumerRecord<>("thing.state.v1", 0, 0, key, value);
    }
}
