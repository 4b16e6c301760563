package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RebuildIT {

    private static final int ENTRIES = 300;
    private static final Executor THREADS = Thread::startVirtualThread;
    private static Ledger ledger;

    @BeforeAll
    static void start() {
        ledger = Ledger.start("--spring.kafka.consumer.max-poll-records=200");
        ledger.write(5_000, ENTRIES);
        ledger.awaitApplied();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void writesAndReadsGoOnAndTheRowsAreEqual() {
        List<Map<String, Object>> shape = ledger.rows().shape();
        Map<String, Long> before = ledger.rows().versions();
        var busy = new AtomicBoolean(true);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeAlways(busy), THREADS);
        List<CompletableFuture<Long>> reading = LongStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> readWhole(busy), THREADS))
                .toList();

        RebuildStatus status;
        try {
            status = ledger.rebuild();
        } finally {
            busy.set(false);
        }

        writing.join();
        assertThat(reading).allSatisfy(reads -> assertThat(reads.join()).isGreaterThan(10));
        assertThat(status.state()).isEqualTo("done");
        assertThat(status.differingRows()).isZero();
        assertThat(status.records()).isGreaterThanOrEqualTo(5_000);
        ledger.awaitApplied();
        assertThat(ledger.rows().wrongTotals()).isZero();
        assertThat(ledger.rows().versions())
                .allSatisfy((body, version) -> assertThat(version).isGreaterThan(before.get(body)));
        assertThat(ledger.rows().shape()).isEqualTo(shape);
    }

    private static void writeAlways(AtomicBoolean busy) {
        while (busy.get()) {
            ledger.write(10, ENTRIES);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /// Fails with the first read that fails, or that finds less than all entries or a total that is wrong.
    private static long readWhole(AtomicBoolean busy) {
        long reads = 0;
        for (long most = 0; busy.get(); reads++) {
            long found = ledger.rows().entries();
            assertThat(found).isGreaterThanOrEqualTo(most);
            most = found;
            assertThat(ledger.rows().wrongTotals()).isZero();
        }
        return reads;
    }

    @Test
    void rowsThatWereWrongAreCountedAndMended() {
        ledger.awaitApplied();
        ledger.jdbc()
                .sql("UPDATE entry SET body = 'spoilt' WHERE id = 'entry-1'")
                .update();
        ledger.jdbc().sql("DELETE FROM entry WHERE id = 'entry-2'").update();
        ledger.jdbc()
                .sql("INSERT INTO entry (id, body, seen) VALUES ('nobody', 'made up', 1)")
                .update();
        ledger.jdbc()
                .sql("UPDATE total SET entries = entries + 7 WHERE body = 'body 3'")
                .update();

        assertThat(ledger.rebuild().differingRows()).isEqualTo(4);

        ledger.awaitApplied();
        assertThat(ledger.rows().wrongTotals()).isZero();
        assertThat(ledger.rebuild().differingRows()).isZero();
    }

    @Test
    void aRowWhoseReasonTheLogHasLostKeepsItsVersionGoing() {
        ledger.jdbc()
                .sql("INSERT INTO total (body, entries, version) VALUES ('forgotten', 0, 41)")
                .update();

        assertThat(ledger.rebuild().differingRows()).isZero();

        assertThat(ledger.rows().versions().get("forgotten")).isGreaterThan(41);
    }

    @Test
    void versionsRiseAboveWhatTheTopicHasSeen() {
        var seen =
                new ProducerRecord<>(LedgerApplication.totals(ledger.place().topic()), "body 1", "{}".getBytes(UTF_8));
        seen.headers().add(EventCodec.header("ce_version", "70000"));
        Topics.send(seen);

        assertThat(ledger.rebuild().state()).isEqualTo("done");

        assertThat(ledger.rows().versions().values()).allMatch(version -> version > 70_000);
    }

    @Test
    void poisonIsSetAsideOnce() {
        Topics.send(new ProducerRecord<>(ledger.place().topic(), "bad", "{no json".getBytes(UTF_8)));
        Topics.send(new ProducerRecord<>(
                ledger.place().topic(),
                "refused",
                "{\"id\":\"nul\",\"version\":1,\"body\":\"a\\u0000b\"}".getBytes(UTF_8)));
        DeadLetterRepository letters = ledger.instance().context().getBean(DeadLetterRepository.class);
        await().untilAsserted(() -> assertThat(letters.count()).isEqualTo(2));

        assertThat(ledger.rebuild().differingRows()).isZero();

        assertThat(letters.count()).isEqualTo(2);
        OutboxRepository outbox = ledger.instance().context().getBean(OutboxRepository.class);
        await().until(() -> outbox.backlog() == 0);
        assertThat(Topics.read(ledger.place().topic() + "-dlt")).hasSize(2);
    }

    @Test
    void whatCompactionHasTakenAwayIsNotMissed() {
        Instance.Place place = Instance.Place.fresh();
        Topics.create(
                place.topic(),
                3,
                Map.of("cleanup.policy", "compact", "segment.ms", "200", "min.cleanable.dirty.ratio", "0.01"));
        try (var compacted = Ledger.at(place)) {
            compacted.write(2_000, 40);
            compacted.awaitApplied();
            var kept = new ArrayList<Integer>();
            await().pollInterval(Duration.ofMillis(250)).until(() -> {
                compacted.write(6, 40);
                kept.add(Topics.read(place.topic()).size());
                return kept.getLast() < 500;
            });
            compacted.awaitApplied();
            var versions = new HashMap<>(compacted.rows().versions());

            RebuildStatus status = compacted.rebuild();

            assertThat(status.differingRows()).isZero();
            assertThat(status.records()).isLessThan(1_000);
            assertThat(compacted.rows().versions())
                    .allSatisfy((body, version) -> assertThat(version).isGreaterThan(versions.get(body)));
            compacted.awaitApplied();
        }
    }
}
