package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrokenRebuildIT {

    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    private static final String[] SETTINGS = {
        "--spring.kafka.consumer.max-poll-records=100",
        "--spring.datasource.hikari.data-source-properties.options=-c idle_in_transaction_session_timeout=1s"
    };
    private static Ledger ledger;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeAll
    static void start() {
        ledger = Ledger.start(SETTINGS);
        ledger.write(4_000, 200);
        ledger.awaitApplied();
    }

    @AfterEach
    void release() {
        released.countDown();
        ledger.projector().whileRebuilding(_ -> {});
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void goesOnWheneverTheDatabaseEndsAllItsConnections() {
        var random = new Random(SEED);
        var batches = new AtomicInteger();
        var ended = new AtomicInteger();
        ledger.projector().whileRebuilding(_ -> {
            // Chance alone passes over nearly all batches in one run of a thousand.
            boolean isOneForSure = Set.of(3, 9).contains(batches.incrementAndGet());
            boolean isOneByChance = random.nextInt(5) == 0;
            if ((isOneForSure || isOneByChance) && ended.incrementAndGet() < 6) {
                endAllConnections();
            }
        });

        assertThat(ledger.rebuild().state()).as("-Dseed=%d", SEED).isEqualTo("done");

        assertThat(ended).hasValueGreaterThan(1);
        assertRight();
    }

    @Test
    void onlyOneRebuildsAtATimeAndItCanBeAbandoned() {
        ledger.projector().whileRebuilding(_ -> hold());
        assertThat(ledger.rebuilds().start("ledger", Ledger.ACT)).isTrue();
        await().until(() -> reached.getCount() == 0);

        assertThat(ledger.rebuilds().start("ledger", Ledger.ACT)).isFalse();
        CompletableFuture<Boolean> abandoned = CompletableFuture.supplyAsync(
                () -> ledger.rebuilds().abandon("ledger", Ledger.ACT), Thread::startVirtualThread);
        released.countDown();

        assertThat(abandoned.join()).isTrue();
        assertThat(ledger.awaitEnd().state()).isEqualTo("abandoned");
        assertThat(ledger.rebuilds().abandon("ledger", Ledger.ACT)).isFalse();
        assertThat(ledger.instance().context().getBean(OperationAudit.class).newest(Long.MAX_VALUE, 2))
                .extracting(AuditEntry::action)
                .containsExactly("rebuild-abandoned", "rebuild");
        assertRight();
    }

    @Test
    void onlyARebuildAtWorkIsAbandonedByTheEndpoint() {
        var endpoint = new RebuildEndpoint(ledger.rebuilds());
        ledger.rebuild();

        assertThat(endpoint.abandon("ledger").getStatus()).isEqualTo(409);
        assertThat(ledger.status().state()).isEqualTo("done");
        assertThat(endpoint.abandon("nothing").getStatus()).isEqualTo(404);

        ledger.projector().whileRebuilding(_ -> hold());
        assertThat(endpoint.start("ledger").getStatus()).isEqualTo(202);
        await().until(() -> reached.getCount() == 0);
        CompletableFuture<Integer> abandoned =
                CompletableFuture.supplyAsync(() -> endpoint.abandon("ledger").getStatus(), Thread::startVirtualThread);
        released.countDown();

        assertThat(abandoned.join()).isEqualTo(200);
        assertThat(ledger.awaitEnd().state()).isEqualTo("abandoned");
        assertRight();
    }

    @Test
    void anotherCopyBeginsAnewWhereOneWasFrozenAndTheWokenOneChangesNothing() {
        ledger.projector().whileRebuilding(_ -> hold());
        assertThat(ledger.rebuilds().start("ledger", Ledger.ACT)).isTrue();
        await().until(() -> reached.getCount() == 0);
        ledger.jdbc()
                .sql("UPDATE rebuild SET touched_at = touched_at - interval '2 minutes'")
                .update();
        assertThat(ledger.status().state()).isEqualTo("stalled");

        try (var other = Ledger.at(ledger.place(), SETTINGS)) {
            assertThat(other.rebuild().state()).isEqualTo("done");
            released.countDown();
            ledger.write(100, 200);
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("rebuild-ledger")));
        }

        assertThat(ledger.status().state()).isEqualTo("done");
        assertRight();
    }

    @Test
    void aServiceThatStopsAbandonsItsRebuild() {
        try (var other = Ledger.at(ledger.place(), SETTINGS)) {
            other.projector().whileRebuilding(_ -> hold());
            assertThat(other.rebuilds().start("ledger", Ledger.ACT)).isTrue();
            await().until(() -> reached.getCount() == 0);
            var _ = Thread.startVirtualThread(released::countDown);
        }

        assertThat(ledger.awaitEnd().state()).isEqualTo("abandoned");
        assertRight();
    }

    @Test
    void tablesThatWereMigratedMeanwhileAreKept() {
        ledger.projector().whileRebuilding(_ -> hold());
        assertThat(ledger.rebuilds().start("ledger", Ledger.ACT)).isTrue();
        await().until(() -> reached.getCount() == 0);
        ledger.jdbc().sql("ALTER TABLE entry ADD COLUMN later text").update();
        released.countDown();

        RebuildStatus status = ledger.awaitEnd();

        ledger.jdbc().sql("ALTER TABLE entry DROP COLUMN later").update();
        assertThat(status.state()).isEqualTo("failed");
        assertThat(status.detail()).contains("entry has been migrated");
        assertRight();
        assertThat(ledger.rebuild().state()).isEqualTo("done");
    }

    @Test
    void aLongReadHoldsUpTheSwitchAndNoOtherRead() throws SQLException {
        try (Connection longRead = DriverManager.getConnection(ledger.place().database(), "postgres", "postgres")) {
            longRead.setAutoCommit(false);
            longRead.createStatement().execute("SELECT count(*) FROM entry");
            assertThat(ledger.rebuilds().start("ledger", Ledger.ACT)).isTrue();

            await().untilAsserted(() -> assertThat(ledger.status().detail()).contains("lock timeout"));

            assertThat(ledger.rows().entries()).isEqualTo(200);
            longRead.commit();
        }

        assertThat(ledger.awaitEnd().state()).isEqualTo("done");
        assertRight();
    }

    private void hold() {
        reached.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertRight() {
        ledger.awaitApplied();
        assertThat(ledger.rows().wrongTotals()).isZero();
        assertThat(ledger.rows().leftovers()).isZero();
    }

    private static void endAllConnections() {
        try (Connection own = DriverManager.getConnection(ledger.place().database(), "postgres", "postgres");
                var statement = own.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
