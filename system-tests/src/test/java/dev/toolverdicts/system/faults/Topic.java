package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A topic, read past every service. What was written before does not matter.
final class Topic implements AutoCloseable {

    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    Topic(Stack stack, String name) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:" + stack.port("kafka"),
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(name).stream()
                .map(info -> new TopicPartition(name, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /// Reads on to the end.
    void read(java.util.function.Consumer<ConsumerRecord<String, byte[]>> taking) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(AT_A_TIME).forEach(taking);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
