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

    private static final String NAME = "vote.cast.v1";
    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> begin;

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
        begin = consumer.endOffsets(partitions);
    }

    /// All votes about these tools, in the order of each partition.
    List<Logged> about(Set<UUID> tools) {
        consumer.assign(partitions);
        begin.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        var votes = new ArrayList<Logged>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(AT_A_TIME)) {
                String[] key = each.key().split(":", 2);
                UUID toolId = UUID.fromString(key[0]);
                if (tools.contains(toolId)) {
                    votes.add(new Logged(
                            new Register(toolId, UUID.fromString(key[1])),
                            choice(each.value()),
                            new Place(each.partition(), each.offset())));
                }
            }
        }
        return votes;
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
