package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@ThingTest
class ZombieIT {

    private final ThingService service;
    private final ThingRepository things;
    private final ThingProjector projector;
    private final JdbcClient jdbc;
    private final MessageListenerContainer listener;
    private final String prefix = UUID.randomUUID() + "-";

    ZombieIT(
            ThingService service,
            ThingRepository things,
            ThingProjector projector,
            JdbcClient jdbc,
            KafkaListenerEndpointRegistry listeners) {
        this.service = service;
        this.things = things;
        this.projector = projector;
        this.jdbc = jdbc;
        this.listener = listeners.getListenerContainer(ThingProjector.LISTENER);
    }

    @AfterEach
    void undisturbed() {
        projector.undisturbed();
    }

    @Test
    void aBatchThatAnotherConsumerHasAppliedChangesNothing() {
        moveThePositionOnce(records -> records.getLast().offset() + 1);
        Topics.send(Topics.state(service.topic(), 0, prefix + "stale", 1));
        await().until(this::hasMoved);
        Topics.send(Topics.state(service.topic(), 0, prefix + "next", 1));

        await().untilAsserted(() -> assertThat(things.things(prefix)).containsOnlyKeys(prefix + "next"));
        assertThat(things.journalled(prefix)).isEqualTo(1);
    }

    @Test
    void afterAForeignMoveIntoTheBatchReadingGoesOnExactlyThere() {
        listener.stop();
        Topics.sendAll(IntStream.range(0, 10)
                .mapToObj(i -> Topics.state(service.topic(), 0, prefix + i, 1))
                .toList());
        moveThePositionOnce(records -> records.get(6).offset());
        listener.start();

        await().untilAsserted(() ->
                assertThat(things.things(prefix)).containsOnlyKeys(prefix + 6, prefix + 7, prefix + 8, prefix + 9));
        assertThat(things.journalled(prefix)).isEqualTo(4);
    }

    @Test
    void aConsumerThatWakesAfterItsPartitionsWereGivenAwayAppliesNothing() throws InterruptedException {
        String impatient = "--spring.kafka.consumer.properties.max.poll.interval.ms=1500";
        Instance.Place place = Instance.Place.fresh();
        var asleep = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        try (var zombie = Instance.start(place, impatient)) {
            zombie.projector().beforeReceiving(_ -> {
                asleep.countDown();
                pauseUntil(wake);
            });
            zombie.service().change("thing", "once");
            asleep.await();
            try (var healthy = Instance.start(place, impatient)) {
                await().untilAsserted(() ->
                        assertThat(healthy.things().things("thing")).hasSize(1));
                wake.countDown();
                zombie.projector().undisturbed();
                zombie.service().change("thing", "twice");

                await().untilAsserted(() -> assertThat(
                                healthy.things().things("thing").get("thing").applied())
                        .isEqualTo(2));
                assertThat(healthy.things().journalled("thing")).isEqualTo(2);
            }
        }
    }

    private final AtomicBoolean moved = new AtomicBoolean();

    private boolean hasMoved() {
        return moved.get();
    }

    @FunctionalInterface
    private interface Target {
        long offset(List<ConsumerRecord<String, byte[]>> ours);
    }

    /// As another consumer would that applied records of this batch and committed.
    private void moveThePositionOnce(Target target) {
        projector.beforeReceiving(records -> {
            List<ConsumerRecord<String, byte[]>> ours = records.stream()
                    .filter(received -> received.key().startsWith(prefix))
                    .toList();
            if (!ours.isEmpty() && moved.compareAndSet(false, true)) {
                jdbc.sql("UPDATE log_position SET next_offset = ? WHERE topic = ? AND partition = 0")
                        .params(target.offset(ours), service.topic())
                        .update();
            }
        });
    }

    private static void pauseUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
