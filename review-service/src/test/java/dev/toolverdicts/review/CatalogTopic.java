package dev.toolverdicts.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestInfrastructure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plays the catalog: publishes tools in the shape of the golden samples.
record CatalogTopic(JsonMapper json, JdbcClient jdbc) {

    static final String TOPIC = "catalog.tool.v1";

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    record Tool(UUID id, String slug) {}

    /// A tool that the service knows.
    Tool knownTool(String slug) {
        Tool tool = publish(slug);
        await().until(() -> isKnown(tool, 1));
        return tool;
    }

    /// A new tool whose event is on the topic.
    Tool publish(String slug) {
        Tool tool = new Tool(UUID.randomUUID(), slug);
        publish(tool, 1, "Tool " + slug, List.of());
        return tool;
    }

    void publish(Tool tool, long version, String name, List<String> previousSlugs) {
        publish(tool.id().toString(), value(tool, version, name, previousSlugs));
    }

    void takeDown(Tool tool, long version, String reason) {
        ObjectNode state = (ObjectNode) json.readTree(value(tool, version, "Tool " + tool.slug(), List.of()));
        state.putObject("takenDown").put("reason", reason).put("since", "2026-11-29T10:00:00Z");
        publish(tool.id().toString(), json.writeValueAsBytes(state));
    }

    void release(Tool tool, long version, String releasedOn) {
        ObjectNode state = (ObjectNode) json.readTree(value(tool, version, "Tool " + tool.slug(), List.of()));
        state.putObject("latestRelease")
                .put("releaseId", UUID.randomUUID().toString())
                .put("label", "Sample")
                .put("releasedOn", releasedOn)
                .putNull("sourceUrl");
        publish(tool.id().toString(), json.writeValueAsBytes(state));
    }

    void publish(String key, byte[] value) {
        var _ = PRODUCER.send(new ProducerRecord<>(TOPIC, key, value));
        PRODUCER.flush();
    }

    byte[] value(Tool tool, long version, String name, List<String> previousSlugs) {
        ObjectNode state =
                (ObjectNode) json.readTree(ContractSchemas.samples(TOPIC).get("seed-mistral-3b.json"));
        state.put("toolId", tool.id().toString())
                .put("version", version)
                .put("slug", tool.slug())
                .put("name", name);
        state.set("previousSlugs", json.valueToTree(previousSlugs));
        return json.writeValueAsString(state).getBytes(UTF_8);
    }

    boolean isKnown(Tool tool, long version) {
        return jdbc.sql("SELECT count(*) FROM known_tool WHERE tool_id = :id AND version >= :version")
                        .param("id", tool.id())
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
