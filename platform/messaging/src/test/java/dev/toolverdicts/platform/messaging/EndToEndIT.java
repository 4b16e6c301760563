package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
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
        service.change("e2e", "first");
        service.change("e2e", "second");

        await().untilAsserted(() -> assertThat(things.things("e2e"))
                .isEqualTo(Map.of("e2e", new ThingRepository.Row("e2e", 2, "second", 2))));
    }
}
