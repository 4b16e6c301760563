package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;

class FrozenRelayIT {

    private static final MessagingProperties.Relay SHORT_SILENCE = new MessagingProperties.Relay(
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofMillis(600),
            Duration.ofMillis(1),
            Duration.ofMillis(200));

    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final AtomicReference<Throwable> refusal = new AtomicReference<>();
    private final AtomicInteger deletes = new AtomicInteger();

    @Test
    void aRelayFrozenBeforeItsCommitIsFencedAndDeletesNothing() throws InterruptedException {
        try (var lab = new Lab()) {
            History history = frozenWhileAnotherTakesOver(
                    lab, () -> countsDeletes(lab.connections().open()), id -> freezesBeforeCommit(lab.producer(id)));

            assertThat(refusal.get())
                    .isInstanceOfAny(ProducerFencedException.class, InvalidProducerEpochException.class);
            assertThat(deletes).hasValue(0);
            assertThat(history.duplicates())
                    .as("what it had sent was never committed")
                    .isZero();
        }
    }

    @Test
    void aRelayFrozenAfterItsCommitDeletesNothingAndItsRowsAreSentAgain() throws InterruptedException {
        try (var lab = new Lab()) {
            History history = frozenWhileAnotherTakesOver(
                    lab, () -> freezesBeforeDelete(lab.connections().open()), lab::producer);

            assertThat(refusal.get()).isInstanceOf(SQLException.class);
            assertThat(history.duplicates()).isEqualTo(5);
        }
    }

    private History frozenWhileAnotherTakesOver(
            Lab lab, OutboxShard.ConnectionSource connections, Function<String, Producer<byte[], byte[]>> producers)
            throws InterruptedException {
        String topic = "frozen-" + UUID.randomUUID();
        Topics.create(topic, 1, Map.of());
        int shard = Lab.shardOf("key");
        for (int version = 1; version <= 5; version++) {
            lab.append(topic, "key", version);
        }
        OutboxRelay first = lab.relay(shard, connections, producers, SHORT_SILENCE);
        frozen.await();
        // On a slow machine a short silence would end this one's session too, and what it has sent came twice.
        lab.relay(shard, lab.connections(), lab::producer, Lab.QUICK);
        lab.awaitSent();
        lab.append(topic, "key", 6);
        lab.awaitSent();
        thawed.countDown();
        await().until(() -> refusal.get() != null);
        first.stop();
        lab.append(topic, "key", 7);
        lab.awaitSent();

        History history = Topics.history(topic, "key"::equals);
        assertThat(history.inversions()).isEmpty();
        assertThat(history.gaps()).isEmpty();
        assertThat(history.last()).isEqualTo(Map.of("key", 7L));
        return history;
    }

    private Producer<byte[], byte[]> freezesBeforeCommit(Producer<byte[], byte[]> real) {
        return Sabotage.producer(real, (producer, method, arguments) -> {
            if (!method.getName().equals("commitTransaction")) {
                return Sabotage.proceed(producer, method, arguments);
            }
            freeze();
            return refusable(producer, method, arguments);
        });
    }

    private Connection freezesBeforeDelete(Connection real) {
        return Sabotage.connection(real, (connection, method, arguments) -> {
            Object result = Sabotage.proceed(connection, method, arguments);
            if (!isDelete(method, arguments)) {
                return result;
            }
            freeze();
            return Sabotage.statement((PreparedStatement) result, this::refusable);
        });
    }

    private Connection countsDeletes(Connection real) {
        return Sabotage.connection(real, (connection, method, arguments) -> {
            if (isDelete(method, arguments)) {
                deletes.incrementAndGet();
            }
            return Sabotage.proceed(connection, method, arguments);
        });
    }

    private static boolean isDelete(Method method, Object[] arguments) {
        return method.getName().equals("prepareStatement")
                && String.valueOf(arguments[0]).startsWith("DELETE");
    }

    private void freeze() throws InterruptedException {
        frozen.countDown();
        thawed.await();
    }

    private Object refusable(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return Sabotage.proceed(real, method, arguments);
        } catch (KafkaException | SQLException e) {
            refusal.set(e);
            throw e;
        }
    }
}
