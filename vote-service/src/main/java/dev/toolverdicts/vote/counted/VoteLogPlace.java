package dev.toolverdicts.vote.counted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.telemetry.TraceParent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/// One place of the log of votes. Asks the broker, so never on an event loop.
public final class VoteLogPlace {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// @param traceId null when the vote is in no trace
    public record Found(String key, @Nullable String traceId) {}

    private final ConsumerFactory<String, byte[]> consumers;

    public VoteLogPlace(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /// The vote that stands there. Empty when there is no such place yet, and when the log no longer has
    /// it, because its voter has cast another one since and a week has passed.
    ///
    /// @throws org.apache.kafka.common.KafkaException when the log does not say in time
    public Optional<Found> find(int partition, long offset) {
        var at = new TopicPartition(VoteLogEnd.TOPIC, partition);
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "vote-log-place", null)) {
            // About a partition that is not there the broker would be asked until time is up.
            if (partition >= consumer.partitionsFor(VoteLogEnd.TOPIC, PATIENCE).size()) {
                return Optional.empty();
            }
            consumer.assign(List.of(at));
            boolean isThere = consumer.beginningOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L) <= offset
                    && consumer.endOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L) > offset;
            if (!isThere) {
                return Optional.empty();
            }
            consumer.seek(at, offset);
            return first(consumer, at, offset)
                    .filter(found -> found.offset() == offset && found.key() != null)
                    .map(found -> new Found(found.key(), traceOf(found)));
        }
    }

    private static Optional<ConsumerRecord<String, byte[]>> first(
            Consumer<String, byte[]> consumer, TopicPartition at, long offset) {
        Optional<ConsumerRecord<String, byte[]>> first =
                consumer.poll(PATIENCE).records(at).stream().findFirst();
        if (first.isEmpty() && consumer.position(at, PATIENCE) <= offset) {
            throw new TimeoutException("the log of votes does not say in time what it holds");
        }
        return first;
    }

    private static @Nullable String traceOf(ConsumerRecord<String, byte[]> found) {
        Header parent = found.headers().lastHeader(TraceParent.HEADER);
        return parent == null || parent.value() == null ? null : TraceParent.traceId(new String(parent.value(), UTF_8));
    }
}
