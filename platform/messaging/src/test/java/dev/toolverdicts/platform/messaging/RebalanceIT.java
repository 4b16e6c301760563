package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebalanceIT {

    private static final int KEYS = 50;
    private static final int ROUNDS = 8;
    private static final String QUICK = "--spring.kafka.consumer.properties.heartbeat.interval.ms=100";

    private final AtomicInteger byFirst = new AtomicInteger();
    private final AtomicInteger bySecond = new AtomicInteger();

    @Test
    void twoConsumersOfOneGroupApplyEverythingOnceWhilePartitionsMove() {
        Instance.Place place = Instance.Place.fresh();
        try (var first = Instance.start(place, QUICK);
                var second = Instance.start(place, QUICK)) {
            first.projector().whileApplying(events -> byFirst.addAndGet(events.size()));
            second.projector().whileApplying(events -> bySecond.addAndGet(events.size()));
            for (int round = 1; round <= ROUNDS; round++) {
                send(place, round);
                Instance moving = round % 4 < 2 ? first : second;
                Instance staying = round % 4 < 2 ? second : first;
                staying.listener().start();
                if (moving.listener().isRunning()) {
                    moving.listener().stop();
                } else {
                    moving.listener().start();
                }
            }
            first.listener().start();
            second.listener().start();
            await().until(() -> hasPartitions(first) && hasPartitions(second));
            send(place, ROUNDS + 1);

            await().untilAsserted(
                            () -> assertThat(first.things().journalled("key-")).isEqualTo(KEYS * (ROUNDS + 1L)));
            assertThat(byFirst).hasPositiveValue();
            assertThat(bySecond).hasPositiveValue();
            assertThat(first.things().appliedTwice("key-")).isZero();
            assertThat(first.things().things("key-").values())
                    .hasSize(KEYS)
                    .allSatisfy(row -> assertThat(row.applied()).isEqualTo(ROUNDS + 1));
        }
    }

    private static void send(Instance.Place place, long version) {
        Topics.sendAll(IntStream.range(0, KEYS)
                .mapToObj(i -> Topics.state(place.topic(), i % 3, "key-" + i, version))
                .toList());
    }

    private static boolean hasPartitions(Instance instance) {
        return !instance.listener().getAssignedPartitions().isEmpty();
    }
}
