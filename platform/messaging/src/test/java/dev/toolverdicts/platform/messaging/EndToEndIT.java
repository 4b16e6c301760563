package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ThingTest
class EndToEndIT {

    private final ThingService service;
    private final ThingRepository things;

    EndToEndIT(ThingService service, ThingRepository things) {
        this.service = service;
        this.things = things;
    }

    @Test
    void aCommittedChangeReachesTheReadModel() {
        String key = "end-to-end-" + UUID.randomUUID();

        service.change(key, "first");
        service.change(key, "second");

        await().untilAsserted(() ->
                assertThat(things.things(key)).isEqualTo(Map.of(key, new ThingRepository.Row(key, 2, "second", 2))));
    }
}
