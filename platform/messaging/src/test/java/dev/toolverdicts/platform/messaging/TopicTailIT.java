package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class TopicTailIT {

    private final String topic = "tail-" + UUID.randomUUID();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private TopicTail tail;

    @AfterEach
    void stop() {
        if (tail != null) {
            tail.stop();
        }
    }

    @Test
    void itHasCaughtUpOnlyWhenAllThatWasThereIsHandledAndThenFollows() throws InterruptedException {
        Topics.create(topic, 3, Map.of("cleanup.policy", "compact"));
        send(0, 30);
        var handle = new CountDownLatch(1);
        start(received -> {
            pauseUntil(handle);
            seen.add(received.key());
        });
        assertThat(tail.caughtUp()).isFalse();

        handle.countDown();

        await().until(tail::caughtUp);
        assertThat(seen).hasSize(30);
        await().untilAsserted(() -> assertThat(tail.lag()).isZero());
        send(30, 31);
        await().untilAsserted(() -> assertThat(seen).contains("key-30"));
    }

    @Test
    void anEmptyTopicIsCaughtUpWith() {
        Topics.create(topic, 3, Map.of());

        start(received -> seen.add(received.key()));

        await().until(tail::caughtUp);
        assertThat(seen).isEmpty();
    }

    @Test
    void aTopicThatIsMadeLaterIsReadFromItsBeginning() {
        start(received -> seen.add(received.key()));
        Topics.create(topic, 1, Map.of());
        send(0, 1);

        await().until(tail::caughtUp);
        await().untilAsserted(() -> assertThat(seen).containsExactly("key-0"));
    }

    @Test
    void aTopicMadeAnewIsReadAgain() {
        Topics.create(topic, 1, Map.of());
        send(0, 3);
        start(received -> seen.add(received.key()));
        await().until(tail::caughtUp);

        Topics.delete(topic);
        Topics.create(topic, 1, Map.of());
        send(7, 8);

        await().untilAsserted(() -> assertThat(seen).contains("key-7"));
    }

    @Test
    void aRecordTheHandlerRefusesIsPassed() {
        Topics.create(topic, 1, Map.of());
        send(0, 3);

        var refuses = new AtomicBoolean(true);
        start(received -> {
            if (received.key().equals("key-1") && refuses.get()) {
                throw new UndecodableEvent("not for us");
            }
            seen.add(received.key());
        });

        await().untilAsserted(() -> assertThat(seen).containsExactly("key-0", "key-2"));
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(tail.passed()).isEqualTo(1);

        refuses.set(false);
        send(1, 2);
        await().untilAsserted(() -> assertThat(tail.passed())
                .as("a later record of the key is good")
                .isZero());
    }

    @Test
    void anErrorInTheHandlerEndsTheTailAndHealthFalls() {
        Topics.create(topic, 1, Map.of());
        send(0, 1);

        start(_ -> {
            throw new NoSuchMethodError("a broken build");
        });

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(health()).isEqualTo(Status.DOWN));
    }

    @Test
    void aStoppedTailIsHealthyAndCanStartAgain() {
        Topics.create(topic, 1, Map.of());
        start(received -> seen.add(received.key()));
        await().until(tail::caughtUp);
        tail.stop();
        assertThat(health()).isEqualTo(Status.UP);
        send(0, 1);

        tail.start();

        await().untilAsserted(() -> assertThat(seen).containsExactly("key-0"));
    }

    private void start(Consumer<ConsumerRecord<String, byte[]>> handler) {
        tail = new TopicTail(
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                "bootstrap.servers",
                                TestInfrastructure.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "auto.offset.reset",
                                "none"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                topic,
                handler);
        tail.start();
    }

    private Status health() {
        return new ListenerHealthIndicator(Stream::empty, () -> Stream.of(tail))
                .health()
                .getStatus();
    }

    private void send(int from, int to) {
        Topics.sendAll(IntStream.range(from, to)
                .mapToObj(i -> Topics.state(topic, null, "key-" + i, 1))
                .toList());
    }

    private static void pauseUntil(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
