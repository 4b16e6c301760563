package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@ThingTest
class PoisonIT {

    private static final int GOOD = 40;

    private final ThingService service;
    private final ThingRepository things;
    private final OutboxRepository outbox;
    private final JdbcClient jdbc;
    private final MessageListenerContainer listener;
    private final String prefix = UUID.randomUUID() + "-";
    private final Map<String, Sent> poison = new TreeMap<>();

    private record Sent(byte[] value, int partition, long offset) {}

    PoisonIT(
            ThingService service,
            ThingRepository things,
            OutboxRepository outbox,
            JdbcClient jdbc,
            KafkaListenerEndpointRegistry listeners) {
        this.service = service;
        this.things = things;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.listener = listeners.getListenerContainer(ThingProjector.LISTENER);
    }

    @Test
    void poisonEndsAsDeadLettersOnceAndAllOthersAreApplied() {
        listener.stop();
        sendGood(0, GOOD / 2);
        sendPoison("bad-json", "{not json");
        sendPoison("no-id", "{\"version\":1,\"body\":\"x\"}");
        sendPoison("refused-by-postgres", "{\"id\":\"%snul\",\"version\":1,\"body\":\"a\\u0000b\"}".formatted(prefix));
        sendPoison("nul\0in-the-key", "[]");
        sendPoison("tombstone", null);
        sendGood(GOOD / 2, GOOD);
        String goodWithBadKey = "{\"id\":\"%sgood-nul\",\"version\":1,\"body\":\"x\"}".formatted(prefix);
        Topics.send(new ProducerRecord<>(service.topic(), prefix + "\0key", goodWithBadKey.getBytes(UTF_8)));
        listener.start();

        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(GOOD + 1));
        assertDeadLetters();

        new LogAgain(jdbc, listener).read();

        assertDeadLetters();
        assertThat(things.things(prefix).values())
                .allSatisfy(row -> assertThat(row.applied()).isEqualTo(1));
    }

    private void sendGood(int from, int to) {
        Topics.sendAll(IntStream.range(from, to)
                .mapToObj(i -> Topics.state(service.topic(), i % 3, prefix + "good-" + i, 1))
                .toList());
    }

    private void sendPoison(String name, String value) {
        String key = prefix + name;
        byte[] bytes = value == null ? null : value.getBytes(UTF_8);
        int partition = poison.size() % 3;
        var sent = new ProducerRecord<>(service.topic(), partition, key, bytes);
        sent.headers().add("origin", new byte[] {0, 1, (byte) 0xff}).add("nothing", null);
        poison.put(key, new Sent(bytes, partition, Topics.send(sent)));
    }

    private void assertDeadLetters() {
        await().until(() -> outbox.backlog() == 0);
        long rows = jdbc.sql("SELECT count(*) FROM dead_letter WHERE position(?::bytea IN record_key) = 1")
                .param(prefix.getBytes(UTF_8))
                .query(Long.class)
                .single();
        assertThat(rows).isEqualTo(poison.size());
        List<ConsumerRecord<String, byte[]>> letters = Topics.read(service.topic() + "-dlt").stream()
                .filter(letter -> letter.key().startsWith(prefix))
                .toList();
        assertThat(letters).extracting(ConsumerRecord::key).containsExactlyInAnyOrderElementsOf(poison.keySet());
        assertThat(letters).allSatisfy(letter -> {
            Sent sent = poison.get(letter.key());
            assertThat(letter.value()).isEqualTo(sent.value());
            assertThat(letter.headers().lastHeader("origin").value()).containsExactly(0, 1, 0xff);
            assertThat(letter.headers().lastHeader("nothing").value()).isNull();
            assertThat(header(letter, "dlt_topic")).isEqualTo(service.topic());
            assertThat(header(letter, "dlt_consumer")).isEqualTo("thing-projector");
            assertThat(header(letter, "dlt_partition")).isEqualTo(Integer.toString(sent.partition()));
            assertThat(header(letter, "dlt_offset")).isEqualTo(Long.toString(sent.offset()));
            assertThat(header(letter, "dlt_reason")).isNotBlank();
        });
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
