package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Topics of the shared broker as tests make, fill and read them.
final class Topics {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    private Topics() {}

    static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()));
    }

    static void create(String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = admin()) {
            admin.createTopics(
                            List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void delete(String topic) {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void alter(String topic, String name, String value) {
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends without a transaction, as a foreign producer might, and waits for the acknowledgement.
    static long send(ProducerRecord<String, byte[]> sent) {
        try {
            return PRODUCER.send(sent).get().offset();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A state as JSON, in a partition of its own choice.
    static ProducerRecord<String, byte[]> state(String topic, Integer partition, String key, long version) {
        String json = "{\"id\":\"%s\",\"version\":%d,\"body\":\"sent\"}".formatted(key, version);
        return new ProducerRecord<>(topic, partition, key, json.getBytes(UTF_8));
    }

    /// Sends many at once and waits for all.
    static void sendAll(List<ProducerRecord<String, byte[]>> records) {
        var sent = records.stream().map(PRODUCER::send).toList();
        sent.forEach(each -> {
            try {
                each.get();
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", TestInfrastructure.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "none",
                        // It does not close before the broker has answered that there is no more.
                        "fetch.max.wait.ms", "10"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Everything committed that is in the topic now.
    static List<ConsumerRecord<String, byte[]>> read(String topic) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    static History history(String topic, Predicate<String> key) {
        return new History(read(topic).stream()
                .filter(received -> key.test(received.key()))
                .map(received -> new History.Entry(received.key(), EventCodec.version(received)))
                .toList());
    }
}
