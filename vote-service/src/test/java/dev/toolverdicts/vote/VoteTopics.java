package dev.toolverdicts.vote;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.kafka.core.ConsumerFactory;

/// Reads topics as a consumer outside sees them, and writes what no service of ours would.
@TestConfiguration(proxyBeanMethods = false)
class VoteTopics {

    private final ConsumerFactory<String, byte[]> consumers;
    private final Producer<String, byte[]> producer;

    VoteTopics(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A consumer does not close before the broker has answered that there is no more.
    private static Properties quick() {
        var quick = new Properties();
        quick.setProperty("fetch.max.wait.ms", "10");
        return quick;
    }

    /// Everything in a topic whose key starts so, in partition order.
    List<ConsumerRecord<String, byte[]>> read(String topic, String keyPrefix) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, "test-reader", null, quick())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> {
                    if (found.key() != null && found.key().startsWith(keyPrefix)) {
                        records.add(found);
                    }
                });
            }
            return records;
        }
    }
}
