package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.config.KafkaListenerConfigUtils;

/// Listeners must not read before the guard has seen their log, however long its topics are not there.
@ExtendWith(OutputCaptureExtension.class)
class GuardFirstIT {

    private final Instance.Place place = Instance.Place.fresh();

    @Test
    void listenersWaitForATopicThatIsMadeLater(CapturedOutput output) {
        CompletableFuture<Instance> starting =
                CompletableFuture.supplyAsync(() -> Instance.start(place, "--spring.kafka.admin.auto-create=false"));
        await().until(() -> output.getAll().contains("waiting for topics=[" + place.topic() + "]"));
        Topics.create(place.topic(), 3, Map.of());

        try (Instance instance = starting.join()) {
            Topics.send(Topics.state(place.topic(), 0, "late", 1));

            await().untilAsserted(
                            () -> assertThat(instance.things().things("late")).hasSize(1));
            assertThat(instance.health("liveness")).isEqualTo(Status.UP);
            assertThat(instance.context().getBeanFactory().getDependenciesForBean("logGuard"))
                    .as("a lifecycle bean is started after what it depends on")
                    .doesNotContain(KafkaListenerConfigUtils.KAFKA_LISTENER_ENDPOINT_REGISTRY_BEAN_NAME);
        }
    }
}
