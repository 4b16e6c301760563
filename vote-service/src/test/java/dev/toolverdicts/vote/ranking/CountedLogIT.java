package dev.toolverdicts.vote.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestKafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class CountedLogIT {

    private final String topic = "counted-" + UUID.randomUUID();
    private final Map<Integer, Long> counted = new HashMap<>();

    private CountedLog counted() {
        return new CountedLog(
                Map.of(topic, () -> counted),
                new DefaultKafkaConsumerFactory<>(Map.of(
                        "bootstrap.servers",
                        TestKafka.bootstrapServers(),
                        "key.deserializer",
                        StringDeserializer.class,
                        "value.deserializer",
                        ByteArrayDeserializer.class,
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed")));
    }

    @Test
    void aTransactionsEndIsNothingLeftToCount() throws Exception {
        try (var admin = AdminClient.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "transactional.id", topic),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            assertThat(counted().isComplete()).as("an empty log").isTrue();
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(topic, "key", new byte[] {1}));
            producer.commitTransaction();
            assertThat(counted().isComplete()).as("nothing counted").isFalse();
            counted.put(0, 1L);
            assertThat(counted().isComplete()).as("all counted").isTrue();
        }
    }
}
