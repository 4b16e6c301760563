package dev.toolverdicts.platform.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// How many records each consumer has fetched and not yet applied: the client counts them as done as soon as it hands
/// them out, also while the database is away.
final class Applying {

    private final Map<String, Map<TopicPartition, Integer>> byConsumer = new ConcurrentHashMap<>();

    void begin(String consumer, TopicPartition at, int records) {
        of(consumer).put(at, records);
    }

    void end(String consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(of(consumer)::remove);
    }

    long records(String consumer) {
        return of(consumer).values().stream().mapToLong(Integer::longValue).sum();
    }

    private Map<TopicPartition, Integer> of(String consumer) {
        return byConsumer.computeIfAbsent(consumer, _ -> new ConcurrentHashMap<>());
    }
}
