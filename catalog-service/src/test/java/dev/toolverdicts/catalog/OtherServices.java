package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plays the services that the catalog listens to, with events in the shape of the golden samples.
record OtherServices(JsonMapper json, JdbcClient jdbc) {

    static final String PANELS = "review.panel.v1";
    static final String CRITICS = "review.critic.v1";
    static final String TALLIES = "vote.tally.v1";
    static final String BOARDS = "vote.leaderboard.v1";
    private static final String DUELS = "vote.duel.v1";

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /// Three ship, one skips.
    RecordMetadata mixedPanel(String toolId, long version) {
        return panel("seed-ship-three-of-four.json", toolId, version);
    }

    RecordMetadata unanimousPanel(String toolId, long version) {
        return panel("seed-ship-four-of-four.json", toolId, version);
    }

    RecordMetadata panel(String sample, String toolId, long version) {
        return publish(
                PANELS,
                toolId,
                value(PANELS, sample, state -> state.put("toolId", toolId).put("version", version)));
    }

    RecordMetadata tally(String toolId, long version, int ships, int skips) {
        return tally(toolId, version, ships, skips, false);
    }

    RecordMetadata brigadedTally(String toolId, long version, int ships, int skips) {
        return tally(toolId, version, ships, skips, true);
    }

    private RecordMetadata tally(String toolId, long version, int ships, int skips, boolean brigade) {
        int votes = ships + skips;
        return publish(
                TALLIES,
                toolId,
                value(
                        TALLIES,
                        "three-of-four.json",
                        state -> state.put("toolId", toolId)
                                .put("version", version)
                                .put("ships", ships)
                                .put("skips", skips)
                                .put("brigade", brigade)
                                .put("pct", votes == 0 ? null : Integer.valueOf(Math.round(100f * ships / votes)))
                                .put("wilsonLow", votes == 0 ? null : Double.valueOf(0.4))
                                .put("wilsonHigh", votes == 0 ? null : Double.valueOf(0.9))));
    }

    RecordMetadata board(String sample, Consumer<ObjectNode> change) {
        byte[] value = value(BOARDS, sample, change);
        return publish(BOARDS, json.readTree(value).get("boardKey").asString(), value);
    }

    RecordMetadata duel(String a, String b, long version, long winsA, long winsB, long ties) {
        return publish(DUELS, a + ":" + b, pair(a, b, version, winsA, winsB, ties));
    }

    /// One win more with each version, and nobody waits for one before the next is sent.
    ///
    /// @return of the last one
    RecordMetadata duelsInARow(String a, String b, int first, int last) {
        List<byte[]> states = IntStream.rangeClosed(first, last)
                .mapToObj(version -> pair(a, b, version, version, 0, 0))
                .toList();
        return placed(states.stream()
                .map(state -> PRODUCER.send(new ProducerRecord<>(DUELS, a + ":" + b, state)))
                .toList()
                .getLast());
    }

    private byte[] pair(String a, String b, long version, long winsA, long winsB, long ties) {
        return value(
                DUELS,
                "seed-pair.json",
                state -> state.put("toolA", a)
                        .put("toolB", b)
                        .put("version", version)
                        .put("winsA", winsA)
                        .put("winsB", winsB)
                        .put("ties", ties));
    }

    RecordMetadata duelRank(Consumer<ObjectNode> change) {
        byte[] value = value("vote.duel-rank.v1", "two-groups.json", change);
        return publish(
                "vote.duel-rank.v1", json.readTree(value).get("categoryKey").asString(), value);
    }

    RecordMetadata critic(String sample, Consumer<ObjectNode> change) {
        byte[] value = value(CRITICS, sample, change);
        return publish(CRITICS, json.readTree(value).get("criticKey").asString(), value);
    }

    byte[] value(String topic, String sample, Consumer<ObjectNode> change) {
        ObjectNode state =
                (ObjectNode) json.readTree(ContractSchemas.samples(topic).get(sample));
        change.accept(state);
        return json.writeValueAsString(state).getBytes(UTF_8);
    }

    RecordMetadata publish(String topic, String key, byte[] value) {
        return placed(PRODUCER.send(new ProducerRecord<>(topic, key, value)));
    }

    private static RecordMetadata placed(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until a record has been applied, or refused for good.
    void awaitApplied(String consumer, RecordMetadata record) {
        await().atMost(Duration.ofSeconds(10)).until(() -> position(consumer, record) > record.offset());
    }

    private long position(String consumer, RecordMetadata record) {
        return jdbc.sql("""
                        SELECT next_offset FROM log_position
                        WHERE consumer = :consumer AND topic = :topic AND partition = :partition
                        """)
                .param("consumer", consumer)
                .param("topic", record.topic())
                .param("partition", record.partition())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
