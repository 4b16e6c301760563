package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Everything that is on any topic, committed or not, as bytes.
final class RawTopics {

    private static final Duration AT_A_TIME = Duration.ofSeconds(2);

    private RawTopics() {}

    /// @param taking a topic and a part of what is on it: keys, values and headers
    static void read(String bootstrap, BiConsumer<String, String> taking) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(part -> !part.topic().startsWith("__"))
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                Map<String, StringBuilder> read = new HashMap<>();
                consumer.poll(AT_A_TIME)
                        .forEach(record -> add(record, read.computeIfAbsent(record.topic(), _ -> new StringBuilder())));
                read.forEach((topic, text) -> taking.accept(topic, text.toString()));
            }
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, StringBuilder to) {
        add(record.key(), to);
        add(record.value(), to);
        record.headers().forEach(header -> add(header.value(), to));
    }

    private static void add(byte @org.jspecify.annotations.Nullable [] bytes, StringBuilder to) {
        if (bytes != null) {
            to.append(new String(bytes, ISO_8859_1)).append('\n');
        }
    }
}
