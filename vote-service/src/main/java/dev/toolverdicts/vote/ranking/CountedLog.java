package dev.toolverdicts.vote.ranking;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// Whether counting stands at the end of what it counts: votes and the rulings on them.
final class CountedLog {

    private static final Logger log = LoggerFactory.getLogger(CountedLog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int LOOKS = 3;

    private final Map<String, Supplier<Map<Integer, Long>>> countedUpTo;
    private final ConsumerFactory<String, byte[]> consumers;

    /// @param countedUpTo for each topic the next offset of every partition
    CountedLog(Map<String, Supplier<Map<Integer, Long>>> countedUpTo, ConsumerFactory<String, byte[]> consumers) {
        this.countedUpTo = countedUpTo;
        this.consumers = consumers;
    }

    boolean isComplete() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "leaderboard-close", null)) {
            var behind = new HashMap<TopicPartition, Long>();
            var ends = new HashMap<TopicPartition, Long>();
            countedUpTo.forEach((topic, positions) -> {
                Map<Integer, Long> counted = positions.get();
                consumer.endOffsets(partitions(topic, consumer)).forEach((at, end) -> {
                    long next = counted.getOrDefault(at.partition(), 0L);
                    if (next < end) {
                        behind.put(at, next);
                        ends.put(at, end);
                    }
                });
            });
            return behind.isEmpty() || holdsNothing(behind, ends, consumer);
        } catch (KafkaException e) {
            log.warn("the end of the log is not known cause={}", e.toString());
            return false;
        }
    }

    /// The end of what a transaction wrote is an offset of its own that no consumer ever gets.
    private static boolean holdsNothing(
            Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends, Consumer<String, byte[]> consumer) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        for (int look = 0; look < LOOKS; look++) {
            if (!consumer.poll(PATIENCE).isEmpty()) {
                return false;
            }
            if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static List<TopicPartition> partitions(String topic, Consumer<String, byte[]> consumer) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
