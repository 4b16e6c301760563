package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ThingTest
class MetricsIT {

    private final ThingService service;
    private final ThingRepository things;
    private final ThingProjector projector;
    private final OutboxRelays relays;
    private final MeterRegistry registry;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final String prefix = UUID.randomUUID() + "-";

    MetricsIT(
            ThingService service,
            ThingRepository things,
            ThingProjector projector,
            OutboxRelays relays,
            MeterRegistry registry) {
        this.service = service;
        this.things = things;
        this.projector = projector;
        this.relays = relays;
        this.registry = registry;
    }

    @AfterEach
    void undisturbed() {
        goOn.countDown();
        projector.undisturbed();
        if (!relays.isRunning()) {
            relays.start();
        }
    }

    @Test
    void backlogAndTheAgeOfTheOldestRiseWhileNothingIsSentAndFallAfterwards() {
        await("what another test has left").until(() -> value("messaging.outbox.backlog") == 0);
        relays.stop();
        service.change(prefix + "a", "waits");
        service.change(prefix + "b", "waits");

        assertThat(value("messaging.outbox.backlog")).isEqualTo(2);
        await().untilAsserted(() -> assertThat(value("messaging.outbox.oldest")).isGreaterThan(0.1));

        relays.start();

        await().untilAsserted(
                        () -> assertThat(value("messaging.outbox.backlog")).isZero());
        assertThat(value("messaging.outbox.oldest")).isZero();
        await("or they are counted in another test")
                .untilAsserted(() -> assertThat(things.things(prefix)).hasSize(2));
    }

    @Test
    void lagRisesWhileABatchIsBeingAppliedAndFallsAfterwards() {
        await().untilAsserted(() -> assertThat(value("messaging.lag")).isZero());
        projector.whileApplying(_ -> pause());
        Topics.sendAll(IntStream.range(0, 20)
                .mapToObj(i -> Topics.state(service.topic(), 0, prefix + i, 1))
                .toList());

        await().untilAsserted(() -> assertThat(value("messaging.lag")).isPositive());

        goOn.countDown();

        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(20));
        await().untilAsserted(() -> assertThat(value("messaging.lag")).isZero());
    }

    @Test
    void theAgeIsThatOfTheOldestRecordWhichIsNotAppliedAndNothingWhenAllAre() {
        await().untilAsserted(() -> assertThat(value("messaging.lag")).isZero());
        await().untilAsserted(() -> assertThat(value("messaging.model.age")).isZero());
        projector.whileApplying(_ -> pause());
        Topics.send(Topics.state(service.topic(), 0, prefix + "a", 1));

        await().untilAsserted(() -> assertThat(value("messaging.model.age")).isGreaterThan(0.5));

        goOn.countDown();

        await().untilAsserted(() -> assertThat(value("messaging.model.age")).isZero());
    }

    @Test
    void appliedRecordsAndTheirBatchesAreCounted() {
        await().untilAsserted(() -> assertThat(value("messaging.lag")).isZero());
        double before = applied();
        long batches = batches();

        Topics.sendAll(IntStream.range(0, 20)
                .mapToObj(i -> Topics.state(service.topic(), 0, prefix + i, 1))
                .toList());

        await().untilAsserted(() -> assertThat(applied()).isEqualTo(before + 20));
        await().untilAsserted(() -> assertThat(batches()).isGreaterThan(batches));
    }

    @Test
    void deadLettersAreCounted() {
        double before = value("messaging.dead.letters");

        Topics.send(new ProducerRecord<>(service.topic(), prefix, new byte[] {'{'}));

        await().untilAsserted(() -> assertThat(value("messaging.dead.letters")).isEqualTo(before + 1));
    }

    private double applied() {
        return registry.find("messaging.applied").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long batches() {
        return registry.find("messaging.batch").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private double value(String name) {
        return registry.get(name).gauge().value();
    }

    private void pause() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
