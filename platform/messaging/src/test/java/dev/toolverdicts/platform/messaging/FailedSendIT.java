package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FailedSendIT {

    private static final int VERSIONS = 30;

    private final AtomicInteger sends = new AtomicInteger();

    @Test
    void aFailedSendBetweenAcknowledgedOnesInvertsNothingBeforeAndAfterCompaction() {
        String topic = "failed-send-" + UUID.randomUUID();
        Topics.create(
                topic,
                1,
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "200",
                        "min.cleanable.dirty.ratio", "0.01",
                        "delete.retention.ms", "100"));
        try (var lab = new Lab()) {
            for (int version = 1; version <= VERSIONS; version++) {
                lab.append(topic, "one", version);
            }
            lab.relay(Lab.shardOf("one"), lab.connections(), id -> failsInTheMiddle(lab.producer(id)), Lab.QUICK);
            lab.awaitSent();

            assertThat(sends.get()).as("sends tried").isGreaterThan(VERSIONS);
            assertInOrder(Topics.history(topic, "one"::equals));
            assertThat(Topics.history(topic, "one"::equals).gaps()).isEmpty();

            long before = Topics.read(topic).size();
            await().pollInterval(Duration.ofMillis(250)).until(() -> {
                // Only closed segments are compacted, and only a write closes one.
                lab.append(topic, "other", sends.incrementAndGet());
                lab.append(topic, "one", VERSIONS);
                return Topics.history(topic, "one"::equals).entries().size() < before / 2;
            });
            assertInOrder(Topics.history(topic, "one"::equals));
        }
    }

    private static void assertInOrder(History history) {
        assertThat(history.inversions()).isEmpty();
        assertThat(history.last()).isEqualTo(Map.of("one", (long) VERSIONS));
    }

    /// Says once that the middle record was not acknowledged, without telling the real producer.
    @SuppressWarnings("FutureReturnValueIgnored") // the relay gets it
    private Producer<byte[], byte[]> failsInTheMiddle(Producer<byte[], byte[]> real) {
        return Sabotage.producer(real, (producer, method, arguments) -> {
            if (method.getName().equals("send") && sends.incrementAndGet() == VERSIONS / 2) {
                return CompletableFuture.failedFuture(new TimeoutException("not acknowledged"));
            }
            return Sabotage.proceed(producer, method, arguments);
        });
    }
}
