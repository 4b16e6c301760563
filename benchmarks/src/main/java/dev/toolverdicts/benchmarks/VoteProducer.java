package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Writes votes into their topic as vote-service does, for what no voter gives within an evening.
final class VoteProducer implements AutoCloseable {

    private static final String TOPIC = "vote.cast.v1";

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    VoteProducer(int port) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "127.0.0.1:" + port,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /// Returns when the log has them all.
    ///
    /// @param tools the ids of the tools that the votes count up
    void send(SeededVotes votes, List<UUID> tools) {
        try (Stream<SeededVotes.Vote> all = votes.stream()) {
            all.forEach(vote -> {
                var _ = producer.send(encoded(vote, tools.get(vote.tool())), (_, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
            });
        }
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the log did not take all votes", failed);
        }
    }

    static ProducerRecord<String, byte[]> encoded(SeededVotes.Vote vote, UUID tool) {
        String key = tool + ":" + vote.voter();
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString()),
                header("ce_source", "/vote-service"),
                header("ce_type", "dev.toolverdicts.vote.cast"),
                header("ce_subject", key),
                header("ce_time", vote.castAt().toString()),
                header("ce_version", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, vote.castAt()))),
                header("content-type", "application/json"));
        return new ProducerRecord<>(TOPIC, null, key, vote.json(tool).getBytes(UTF_8), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
