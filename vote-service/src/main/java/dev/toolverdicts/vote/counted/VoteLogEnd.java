package dev.toolverdicts.vote.counted;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

/// Where the log of votes ends, and whether counting has come that far: everything that was accepted
/// before is in the database then. Asks the broker and the database, so never on an event loop.
public final class VoteLogEnd {

    static final String TOPIC = "vote.cast.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConsumerFactory<String, byte[]> consumers;
    private final PositionQueries positions;

    public VoteLogEnd(ConsumerFactory<String, byte[]> consumers, JdbcClient jdbc) {
        this.consumers = consumers;
        this.positions = new PositionQueries(jdbc);
    }

    /// @return by partition, the offset that the next vote gets
    /// @throws org.apache.kafka.common.KafkaException when the log does not say in time
    public Map<Integer, Long> now() {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "vote-log-end", null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, PATIENCE).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            // Asked about what it is not assigned to, the client warns of each partition.
            consumer.assign(partitions);
            return consumer.endOffsets(partitions, PATIENCE).entrySet().stream()
                    .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
        }
    }

    /// @param ends by partition, the first offset that need not be counted
    public boolean isCounted(Map<Integer, Long> ends) {
        Map<Integer, Long> next = positions.next();
        return ends.entrySet().stream().allMatch(end -> next.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
}
