package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebalanceIT {

    private static final int KEYS = 50;
    private static final int ROUNDS = 16;

    @Test
    void twoConsumersOfOneGroupApplyEverythingOnceWhilePartitionsMove() {
        Instance.Place place = Instance.Place.fresh();
        try (var first = Instance.start(place);
                var second = Instance.start(place)) {
            for (int round = 1; round <= ROUNDS; round++) {
                long version = round;
                Topics.sendAll(IntStream.range(0, KEYS)
                        .mapToObj(i -> Topics.state(place.topic(), i % 3, "key-" + i, version))
                        .toList());
                var moving = round % 4 < 2 ? first : second;
                if (moving.listener().isRunning()) {
                    moving.listener().stop();
                } else {
                    moving.listener().start();
                }
                if (!first.listener().isRunning() && !second.listener().isRunning()) {
                    first.listener().start();
                }
            }
            first.listener().start();
            second.listener().start();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(first.things().journalled("key-")).isEqualTo((long) KEYS * ROUNDS));
            assertThat(first.things().appliedTwice("key-")).isZero();
            assertThat(first.things().things("key-").values())
                    .hasSize(KEYS)
                    .allSatisfy(row -> assertThat(row.applied()).isEqualTo(ROUNDS));
        }
    }
}
