package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompactionGapIT {

    private static final int VERSIONS = 100;

    @Test
    void aGapThatCompactionLeftBehindTheStoredPositionIsSteppedOver() {
        Instance.Place place = Instance.Place.fresh();
        Topics.create(
                place.topic(),
                3,
                Map.of("cleanup.policy", "compact", "segment.ms", "200", "min.cleanable.dirty.ratio", "0.01"));
        try (var instance = Instance.start(place)) {
            Topics.send(Topics.state(place.topic(), 0, "thing", 1));
            await().untilAsserted(
                            () -> assertThat(instance.things().things("thing")).hasSize(1));
            instance.listener().stop();
            Topics.sendAll(LongStream.rangeClosed(2, VERSIONS)
                    .mapToObj(version -> Topics.state(place.topic(), 0, "thing", version))
                    .toList());
            await().pollInterval(Duration.ofMillis(250)).until(() -> {
                Topics.send(Topics.state(place.topic(), 0, "closes-the-segment", 1));
                // What was sent slowly lies in several segments, which are compacted one after another.
                List<Long> left = offsets(place);
                return left.size() == 1 && left.getFirst() > stored(instance) + VERSIONS / 2;
            });

            instance.listener().start();

            await().untilAsserted(
                            () -> assertThat(instance.things().things("thing").get("thing"))
                                    .isEqualTo(new ThingRepository.Row("thing", VERSIONS, "sent", 2)));
        }
    }

    private static List<Long> offsets(Instance.Place place) {
        return Topics.read(place.topic()).stream()
                .filter(received -> received.key().equals("thing"))
                .map(received -> received.offset())
                .toList();
    }

    private static long stored(Instance instance) {
        return instance.context()
                .getBean(JdbcClient.class)
                .sql("SELECT next_offset FROM log_position WHERE partition = 0")
                .query(Long.class)
                .single();
    }
}
