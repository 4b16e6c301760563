package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.faults.Found.Logged;
import dev.toolverdicts.system.faults.Found.Register;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The log of votes, read past every service.
final class VoteTopic implements AutoCloseable {

    static final String NAME = "vote.cast.v1";
    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<Logged> votes = new ArrayList<>();

    /// What was written before does not matter.
    VoteTopic(Stack stack) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + stack.port("kafka"),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(NAME).stream()
                .map(info -> new TopicPartition(NAME, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /// All votes about these tools, in the order of each partition.
    List<Logged> about(Set<UUID> tools) {
        read();
        return votes.stream()
                .filter(vote -> tools.contains(vote.key().toolId()))
                .toList();
    }

    /// Reads on to the end and remembers it, also when the log is compacted later.
    ///
    /// @return how many votes there have been since the beginning
    int read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(AT_A_TIME)) {
                String[] key = each.key().split(":", 2);
                votes.add(new Logged(
                        new Register(UUID.fromString(key[0]), UUID.fromString(key[1])),
                        choice(each.value()),
                        new Place(each.partition(), each.offset())));
            }
        }
        return votes.size();
    }

    private static Choice choice(byte[] json) {
        return Choice.valueOf(Stack.JSON
                .readTree(new String(json, StandardCharsets.UTF_8))
                .path("choice")
                .asString()
                .toUpperCase(Locale.ROOT));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
