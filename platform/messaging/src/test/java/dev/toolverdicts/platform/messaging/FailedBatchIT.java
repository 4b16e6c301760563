package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThingTest
class FailedBatchIT {

    private final ThingService service;
    private final ThingRepository things;
    private final ThingProjector projector;
    private final JdbcClient jdbc;
    private final String prefix = UUID.randomUUID() + "-";

    FailedBatchIT(ThingService service, ThingRepository things, ThingProjector projector, JdbcClient jdbc) {
        this.service = service;
        this.things = things;
        this.projector = projector;
        this.jdbc = jdbc;
    }

    @AfterEach
    void undisturbed() {
        projector.undisturbed();
    }

    @Test
    void whateverAHandlerThrowsTheBatchIsReadAgainAndNothingIsSkipped() {
        var failures = Stream.<RuntimeException>of(
                        new ClassCastException("a programming error"),
                        new NullPointerException("another"),
                        new IllegalStateException("and another"),
                        new CannotAcquireLockException("unlucky"))
                .iterator();
        projector.whileApplying(events -> {
            boolean ours = events.stream().anyMatch(event -> event.key().startsWith(prefix));
            if (ours && failures.hasNext()) {
                throw failures.next();
            }
        });

        sendThings(30);

        assertAppliedOnce(30);
    }

    @Test
    void aListenerThatFailsBeforeItReceivesLosesNothing() {
        var failures = new AtomicInteger(3);
        projector.beforeReceiving(records -> {
            boolean ours = records.stream().anyMatch(received -> received.key().startsWith(prefix));
            if (ours && failures.getAndDecrement() > 0) {
                throw new UnsupportedOperationException("not today");
            }
        });

        sendThings(30);

        assertAppliedOnce(30);
    }

    private void sendThings(int count) {
        Topics.sendAll(IntStream.range(0, count)
                .mapToObj(i -> Topics.state(service.topic(), i % 3, prefix + i, 1))
                .toList());
    }

    private void assertAppliedOnce(int count) {
        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(count));
        assertThat(things.journalled(prefix)).isEqualTo(count);
        assertThat(things.appliedTwice(prefix)).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM dead_letter WHERE position(?::bytea IN record_key) = 1")
                        .param(prefix.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
