package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// What each consumer has fetched and not yet applied: the client counts records as done as soon as it
/// hands them out, also while the database is away. And what it has applied.
final class Applying {

    /// @param sentAt when the first of its records was, in milliseconds
    private record Batch(int records, long sentAt) {}

    private final Map<String, Map<TopicPartition, Batch>> byConsumer = new ConcurrentHashMap<>();
    private final Map<String, Long> newest = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    Applying(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(String consumer, TopicPartition at, Poll.Span span) {
        of(consumer).put(at, new Batch(span.records(), span.sentAt()));
    }

    void end(String consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(of(consumer)::remove);
    }

    void applied(String consumer, Collection<Poll.Span> spans, Duration took) {
        spans.forEach(span -> newest.merge(consumer, span.lastSentAt(), Long::max));
        registry.counter("messaging.applied", "consumer", consumer)
                .increment(spans.stream().mapToInt(Poll.Span::records).sum());
        registry.timer("messaging.batch", "consumer", consumer).record(took);
    }

    long records(String consumer) {
        return of(consumer).values().stream().mapToLong(Batch::records).sum();
    }

    /// When the oldest record was sent that is fetched and not yet applied, in milliseconds.
    OptionalLong oldest(String consumer) {
        return of(consumer).values().stream().mapToLong(Batch::sentAt).min();
    }

    /// When the newest record was sent that this copy has applied, in milliseconds.
    OptionalLong newest(String consumer) {
        Long sentAt = newest.get(consumer);
        return sentAt == null ? OptionalLong.empty() : OptionalLong.of(sentAt);
    }

    private Map<TopicPartition, Batch> of(String consumer) {
        return byConsumer.computeIfAbsent(consumer, _ -> new ConcurrentHashMap<>());
    }
}
