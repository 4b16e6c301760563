package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class ReplacedLogIT {

    private final Instance.Place place = Instance.Place.fresh();

    @Test
    void aTopicMadeAnewIsRefusedWithTheRemedy(CapturedOutput output) {
        try (var instance = Instance.start(place)) {
            applyOne(instance);
        }
        Topics.delete(place.topic());

        assertRefused("has read log");
        assertThat(output).contains("LOG REPLACED").contains("Bring back the Kafka data this database belongs to");
    }

    @Test
    void aLogThatEndsBeforeTheStoredPositionIsRefused() {
        try (var instance = Instance.start(place)) {
            applyOne(instance);
            instance.listener().stop();
            move(instance, "next_offset + 1000");
        }

        assertRefused("has read up to");
    }

    @Test
    void aLogThatLostRecordsNobodyHasReadIsRefused() throws Exception {
        try (var instance = Instance.start(place)) {
            applyOne(instance);
            instance.listener().stop();
            Topics.alter(place.topic(), "cleanup.policy", "compact,delete");
            for (int partition = 0; partition < 3; partition++) {
                long offset = Topics.send(Topics.state(place.topic(), partition, "unread", 1));
                try (var admin = Topics.admin()) {
                    admin.deleteRecords(Map.of(
                                    new TopicPartition(place.topic(), partition),
                                    RecordsToDelete.beforeOffset(offset + 1)))
                            .all()
                            .get();
                }
            }
        }

        assertRefused("the log reaches from");
    }

    @Test
    void aRunningConsumerStopsAndSaysSoWhenItsTopicIsMadeAnew(CapturedOutput output) {
        try (var instance = Instance.start(place, "--spring.kafka.consumer.properties.metadata.max.age.ms=500")) {
            applyOne(instance);
            Topics.delete(place.topic());
            Topics.create(place.topic(), 3, Map.of());

            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(instance.health("liveness")).isEqualTo(Status.DOWN));
            assertThat(output).contains("LOG REPLACED topic=" + place.topic());
        }
    }

    @Test
    void aRunningConsumerStopsAlsoWhenTheNewTopicReachesAsFar() {
        try (var instance = Instance.start(place)) {
            applyOne(instance);
            instance.listener().stop();
            Topics.delete(place.topic());
            Topics.create(place.topic(), 3, Map.of());
            sendToAll(10);
            instance.listener().start();

            await().pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                sendToAll(1);
                assertThat(instance.health("liveness")).isEqualTo(Status.DOWN);
            });
        }

        assertRefused("has read log");
    }

    private void sendToAll(int times) {
        for (int i = 0; i < 3 * times; i++) {
            Topics.send(Topics.state(place.topic(), i % 3, "foreign", 1));
        }
    }

    private void applyOne(Instance instance) {
        instance.service().change("thing", "read");
        await().untilAsserted(
                        () -> assertThat(instance.things().things("thing")).hasSize(1));
    }

    private static void move(Instance instance, String to) {
        instance.context()
                .getBean(JdbcClient.class)
                .sql("UPDATE log_position SET next_offset = " + to)
                .update();
    }

    private void assertRefused(String detail) {
        assertThatThrownBy(() -> Instance.start(place))
                .hasRootCauseInstanceOf(ReplacedLog.class)
                .rootCause()
                .hasMessageContaining("LOG REPLACED topic=" + place.topic())
                .hasMessageContaining(detail);
    }
}
