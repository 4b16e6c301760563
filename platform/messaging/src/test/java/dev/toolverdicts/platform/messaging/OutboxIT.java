package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ThingTest
class OutboxIT {

    private final ThingService service;
    private final ThingRepository things;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final String prefix = UUID.randomUUID() + "-";

    OutboxIT(ThingService service, ThingRepository things, Outbox outbox, PlatformTransactionManager manager) {
        this.service = service;
        this.things = things;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(manager);
    }

    @Test
    void aRowThatCommitsLateIsPublishedAlthoughALaterOneWentBefore() throws InterruptedException, ExecutionException {
        String late = prefix + "late";
        String early = Lab.sameShard(late, prefix + "early");
        var appended = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(_ -> {
            service.change(late, "taken its id first");
            appended.countDown();
            pauseUntil(commit);
        }));
        appended.await();
        service.change(early, "committed first");
        await().untilAsserted(() -> assertThat(things.things(prefix)).containsOnlyKeys(early));

        commit.countDown();
        slow.get();

        await().untilAsserted(() -> assertThat(things.things(prefix)).containsOnlyKeys(early, late));
    }

    @Test
    void whatIsRolledBackIsNeverPublished() {
        transactions.executeWithoutResult(status -> {
            service.change(prefix + "undone", "never");
            status.setRollbackOnly();
        });
        service.change(prefix + "undone", "the first that counts");

        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(1));
        assertThat(things.things(prefix).get(prefix + "undone").body()).isEqualTo("the first that counts");
        assertThat(Topics.history(service.topic(), (prefix + "undone")::equals).entries())
                .hasSize(1);
    }

    @Test
    void appendingOutsideATransactionIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.append(event("x")));
    }

    @Test
    void anEventOver900KilobytesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.executeWithoutResult(_ -> outbox.append(event("x".repeat(900 * 1024)))))
                .withMessageContaining("over 921600");
    }

    @Test
    void anEventOfAlmost900KilobytesArrives() {
        service.change(prefix + "large", "x".repeat(900 * 1024 - 500));

        await().untilAsserted(() -> assertThat(things.things(prefix)).hasSize(1));
    }

    private Event event(String body) {
        return new Event(service.topic(), prefix, "dev.example.thing.state", 1, new ThingState(prefix, 1, body));
    }

    private static void pauseUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
