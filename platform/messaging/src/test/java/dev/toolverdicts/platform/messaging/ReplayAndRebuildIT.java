package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.messaging.DecisionRefused.Why;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayAndRebuildIT {

    private static final Act ACT = new Act("olga", "mended by hand");

    @Test
    void tablesThatAreBuiltAnewHaveWhatWasReplayed() {
        try (Ledger ledger = Ledger.start()) {
            ledger.write(50, 20);
            long id = poison(ledger, "other-900");
            ledger.write(50, 20);
            ledger.awaitApplied();
            letters(ledger).replay(id, ACT, mended("other-900"));
            assertThat(ledger.rows().bodies()).containsEntry("other-900", "mended");

            RebuildStatus status = ledger.rebuild();

            assertThat(status.state()).isEqualTo("done");
            assertThat(status.differingRows()).isZero();
            assertThat(ledger.rows().bodies()).containsEntry("other-900", "mended");
            assertThat(ledger.rows().wrongTotals()).isZero();
        }
    }

    @Test
    void aReplayBehindARebuildIsRefusedUntilItIsDone() throws InterruptedException {
        try (Ledger ledger = Ledger.start("--spring.kafka.consumer.max-poll-records=10")) {
            long id = poison(ledger, "other-900");
            ledger.write(300, 20);
            ledger.awaitApplied();
            var passed = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            ledger.projector().whileRebuilding(_ -> {
                boolean behind =
                        ledger.jdbc().sql("""
                                        SELECT count(*) FROM dead_letter d JOIN log_position p
                                            ON p.consumer = d.consumer || '~rebuild' AND p.topic = d.topic
                                            AND p.partition = d.partition AND p.next_offset > d.record_offset
                                        WHERE d.id = ?
                                        """).param(id).query(Long.class).single() > 0;
                if (behind && passed.getCount() > 0) {
                    passed.countDown();
                } else if (behind) {
                    pause(goOn);
                }
            });
            assertThat(ledger.rebuilds().start(LedgerApplication.NAME, ACT)).isTrue();
            assertThat(passed.await(30, TimeUnit.SECONDS)).isTrue();

            await().untilAsserted(() -> assertThatThrownBy(() -> letters(ledger).replay(id, ACT, mended("other-900")))
                    .isInstanceOfSatisfying(
                            DecisionRefused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Why.REBUILDING)));

            goOn.countDown();
            assertThat(ledger.awaitEnd().state()).isEqualTo("done");
            letters(ledger).replay(id, ACT, mended("other-900"));
            assertThat(ledger.rows().bodies()).containsEntry("other-900", "mended");
            assertThat(ledger.rows().wrongTotals()).isZero();
        }
    }

    private static long poison(Ledger ledger, String key) {
        Topics.send(new ProducerRecord<>(ledger.place().topic(), key, "{no json".getBytes(UTF_8)));
        return await().until(
                        () -> ledger.jdbc()
                                .sql("SELECT id FROM dead_letter WHERE record_key = ?")
                                .param(key.getBytes(UTF_8))
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        id -> id > 0);
    }

    private static byte[] mended(String id) {
        return "{\"id\":\"%s\",\"version\":1,\"body\":\"mended\"}".formatted(id).getBytes(UTF_8);
    }

    private static DeadLetters letters(Ledger ledger) {
        return ledger.instance().context().getBean(DeadLetters.class);
    }

    private static void pause(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
