package dev.toolverdicts.vote.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogProducerIT {

    private static final String TOPIC = "votes-of-a-clock-that-is-off";
    private static final AcceptSettings SETTINGS =
            new AcceptSettings(Duration.ofMillis(1), Duration.ofSeconds(5), Duration.ofSeconds(5), 10);

    @Test
    void aClockThatIsFarOffIsNamedAndVotesAreTakenAgainOnceItIsSet(CapturedOutput output) throws Exception {
        Map<String, Object> clients = Map.of(
                "bootstrap.servers", TestInfrastructure.bootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (Admin admin = Admin.create(clients)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)
                            .configs(Map.of("message.timestamp.after.max.ms", "60000"))))
                    .all()
                    .get();
        }
        var producer = new LogProducer(clients, SETTINGS, TOPIC);
        producer.start();
        try {
            assertThat(failure(producer, Duration.ofHours(2))).isNotNull();
            assertThat(failure(producer, Duration.ofHours(2))).isNotNull();
            assertThat(output.getOut()).containsOnlyOnce("CLOCK OFF");

            assertThat(failure(producer, Duration.ZERO)).isNull();
        } finally {
            producer.stop();
        }
    }

    /// What becomes of a vote from a machine whose clock is ahead.
    private static @Nullable Exception failure(LogProducer producer, Duration ahead) throws Exception {
        var done = new CompletableFuture<Exception>();
        long time = System.currentTimeMillis() + ahead.toMillis();
        producer.send(
                new ProducerRecord<>(TOPIC, null, time, "key", new byte[1]), (_, failure) -> done.complete(failure));
        return done.get(20, TimeUnit.SECONDS);
    }
}
