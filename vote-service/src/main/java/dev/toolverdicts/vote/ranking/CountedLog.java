package dev.toolverdicts.vote.ranking;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/// Whether the counter stands at the end of what it counts: votes and the rulings on them.
final class CountedLog {

    private static final Logger log = LoggerFactory.getLogger(CountedLog.class);
    private static final List<String> TOPICS = List.of("vote.cast.v1", "vote.ruling.v1");

    private final StandingQueries queries;
    private final ConsumerFactory<String, byte[]> consumers;

    CountedLog(StandingQueries queries, ConsumerFactory<String, byte[]> consumers) {
        this.queries = queries;
        this.consumers = consumers;
    }

    boolean isComplete() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "leaderboard-close", null)) {
            return TOPICS.stream().allMatch(topic -> isCounted(topic, consumer));
        } catch (KafkaException e) {
            log.warn("the end of the vote log is not known cause={}", e.toString());
            return false;
        }
    }

    private boolean isCounted(String topic, Consumer<String, byte[]> consumer) {
        var counted = queries.countedUpTo(topic);
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> counted.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
    }
}
