package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@ThingTest
class StoppedListenerIT {

    private final ThingService service;
    private final ThingRepository things;
    private final ThingProjector projector;
    private final HealthEndpoint health;
    private final MessageListenerContainer listener;

    StoppedListenerIT(
            ThingService service,
            ThingRepository things,
            ThingProjector projector,
            HealthEndpoint health,
            KafkaListenerEndpointRegistry listeners) {
        this.service = service;
        this.things = things;
        this.projector = projector;
        this.health = health;
        this.listener = listeners.getListenerContainer(ThingProjector.LISTENER);
    }

    @AfterEach
    void goOn() {
        projector.undisturbed();
        listener.start();
    }

    @Test
    void anErrorInAListenerStopsItAndLivenessFallsUntilItRunsAgain() {
        String key = "error-" + UUID.randomUUID();
        assertThat(Instance.health(health, "liveness")).isEqualTo(Status.UP);
        projector.whileApplying(_ -> {
            throw new NoSuchMethodError("a broken build");
        });

        service.change(key, "applied after the restart");

        await().untilAsserted(
                        () -> assertThat(Instance.health(health, "listeners")).isEqualTo(Status.DOWN));
        assertThat(Instance.health(health, "liveness")).isEqualTo(Status.DOWN);
        assertThat(listener.isRunning()).isFalse();
        assertThat(things.things(key)).isEmpty();

        goOn();

        await().untilAsserted(() -> assertThat(things.things(key)).hasSize(1));
        assertThat(Instance.health(health, "liveness")).isEqualTo(Status.UP);
    }

    @Test
    void aListenerStoppedOnPurposeIsHealthy() {
        listener.stop();

        assertThat(Instance.health(health, "liveness")).isEqualTo(Status.UP);
    }
}
