package dev.toolverdicts.newsletter.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.platform.test.ContractSchemas;
import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class DeadLetterIT extends NewsletterInfrastructure {

    private static final String TOOLS = "catalog.tool.v1";
    private static final byte[] SAMPLE = ContractSchemas.samples(TOOLS).get("seed-mistral-3b.json");

    @Test
    void poisonGoesToTheDeadLettersAndTheRestIsTold() {
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();
        var state = as(good, SAMPLE);
        publish(TOOLS, bad.toString(), "{\"toolId\":".getBytes(UTF_8));
        publish(TOOLS, as(bad, SAMPLE).put("name", "a\u0000b"));
        publish(TOOLS, state);
        await().until(() -> isKnown(good));

        assertThat(isKnown(bad)).isFalse();
        assertThat(deadLetters(TOOLS + "-dlt", bad.toString(), 2)).isEqualTo(2);
    }

    /// Those of the digest: each reader of a topic gives up for itself.
    private static long deadLetters(String topic, String key, int expected) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestInfrastructure.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try (var consumer = consumers.createConsumer()) {
            consumer.subscribe(List.of(topic));
            var found = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> {
                    byte[] reader = letter.headers().lastHeader("dlt_consumer").value();
                    if (new String(reader, UTF_8).equals("newsletter-digest-tools")) {
                        found.add(letter.key());
                    }
                });
                return Collections.frequency(found, key) >= expected;
            });
            return Collections.frequency(found, key);
        }
    }

    private boolean isKnown(UUID tool) {
        return jdbc.sql("SELECT count(*) = 1 FROM digest_tool WHERE tool_id = :id")
                .param("id", tool)
                .query(Boolean.class)
                .single();
    }
}
