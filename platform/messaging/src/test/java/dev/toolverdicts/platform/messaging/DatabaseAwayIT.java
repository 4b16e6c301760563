package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseAwayIT {

    private static final int RECORDS = 60;

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicBoolean cutOnce = new AtomicBoolean(true);

    @Test
    void whileTheDatabaseIsAwayNothingIsDeadLetteredAndAfterwardsAllIsApplied() throws IOException {
        Instance.Place place = Instance.Place.fresh();
        int postgres = URI.create(place.database().substring("jdbc:".length())).getPort();
        try (var wire = new CuttableWire(postgres);
                var instance = Instance.start(
                        place.through(place.database().replace(":" + postgres, ":" + wire.port())),
                        "--spring.datasource.hikari.connection-timeout=300")) {
            instance.projector().beforeReceiving(_ -> attempts.incrementAndGet());
            // The wire breaks in the middle of a batch, after the position has been moved.
            instance.projector().whileApplying(_ -> {
                if (cutOnce.compareAndSet(true, false)) {
                    wire.cut();
                }
            });
            instance.service().change("outbox", "sent before the cut");
            await().until(() -> !cutOnce.get());
            Topics.sendAll(IntStream.range(0, RECORDS)
                    .mapToObj(i -> Topics.state(place.topic(), i % 3, "away-" + i, 1))
                    .toList());

            await().until(() -> attempts.get() > 3);
            assertThat(instance.health("listeners")).isEqualTo(Status.UP);
            assertThat(instance.health("liveness")).isEqualTo(Status.UP);
            assertThat(lag(instance)).isPositive();
            assertThat(gauge(instance, "messaging.outbox.backlog")).isNaN();

            wire.mend();

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(instance.things().things("away-")).hasSize(RECORDS));
            assertThat(instance.things().journalled("")).isEqualTo(RECORDS + 1L);
            assertThat(deadLetters(instance)).isZero();
            assertThat(instance.health("listeners")).isEqualTo(Status.UP);
            await().untilAsserted(() -> assertThat(lag(instance)).isZero());

            instance.service().change("outbox", "relays are back too");
            await().untilAsserted(() -> assertThat(
                            instance.things().things("outbox").get("outbox").version())
                    .isEqualTo(2));
        }
    }

    private static long deadLetters(Instance instance) {
        return instance.context()
                .getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM dead_letter")
                .query(Long.class)
                .single();
    }

    private static double lag(Instance instance) {
        return gauge(instance, "messaging.lag");
    }

    private static double gauge(Instance instance, String name) {
        return instance.context().getBean(MeterRegistry.class).get(name).gauge().value();
    }
}
