package dev.toolverdicts.vote;

import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestInfrastructure;
import dev.toolverdicts.vote.knowntool.KnownTools;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for the catalog: publishes tools as it does.
@TestConfiguration(proxyBeanMethods = false)
class Catalog {

    private static final String TOPIC = "catalog.tool.v1";
    private static final AtomicInteger SLUGS = new AtomicInteger();

    private final Producer<String, byte[]> producer;
    private final JsonMapper json;
    private final KnownTools known;

    Catalog(JsonMapper json, KnownTools known) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        this.json = json;
        this.known = known;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Topics {
        @Bean
        NewTopic toolTopic() {
            return TopicBuilder.name(TOPIC).partitions(6).compact().build();
        }
    }

    /// A new tool; every test has its own. It is known when this returns: the second for which the service waits
    /// for one that is on its way may be too short on a machine that is busy.
    Tool announce() {
        var tool = new Tool(UUID.randomUUID(), "tool-" + SLUGS.incrementAndGet());
        publish(tool.id(), 1, tool.slug(), List.of());
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> known.find(tool.id()).isPresent());
        return tool;
    }

    void publish(UUID id, long version, String slug, List<String> former) {
        publish(Map.of("toolId", id, "version", version, "slug", slug, "previousSlugs", former));
    }

    void discontinue(Tool tool) {
        publish(Map.of("toolId", tool.id(), "version", 2, "slug", tool.slug(), "status", "discontinued"));
    }

    void takeDown(Tool tool) {
        Map<String, String> why = Map.of("reason", "Sample reason", "since", "2026-11-29T10:00:00Z");
        publish(Map.of("toolId", tool.id(), "version", 2, "slug", tool.slug(), "takenDown", why));
    }

    private void publish(Map<String, Object> changes) {
        @SuppressWarnings("unchecked")
        Map<String, Object> state =
                json.readValue(ContractSchemas.samples(TOPIC).get("seed-mistral-3b.json"), Map.class);
        state.putAll(changes);
        byte[] value = json.writeValueAsBytes(state);
        ContractSchemas.validate(TOPIC, value);
        try {
            producer.send(new ProducerRecord<>(TOPIC, String.valueOf(changes.get("toolId")), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    record Tool(UUID id, String slug) {}
}
