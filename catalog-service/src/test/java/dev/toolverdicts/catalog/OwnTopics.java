package dev.toolverdicts.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the service has published.
record OwnTopics(JsonMapper json) {

    /// All records of a topic up to now.
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestInfrastructure.bootstrapServers(),
                "isolation.level",
                "read_committed",
                // It does not close before the broker has answered that there is no more.
                "fetch.max.wait.ms",
                10);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    /// The first record of a key with this version, as soon as it is there.
    ConsumerRecord<String, byte[]> await(String topic, String key, long version) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> records(topic, key).stream()
                                .filter(record -> header(record, "ce_version").equals(Long.toString(version)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    JsonNode value(ConsumerRecord<String, byte[]> record) {
        return json.readTree(record.value());
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
