package dev.toolverdicts.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WatchIT extends ThroughTheGateway {

    @Autowired
    private MeterRegistry meters;

    private List<String> measured() {
        return meters.find("http.server.requests").timers().stream()
                .map(Timer::getId)
                .map(id -> id.getTag("uri"))
                .toList();
    }

    @Test
    void requestsAreMeasuredByTheirRouteAndNotByTheirAddress() {
        get("/tool/measured");
        get("/api/v1/tools/measured/reviews");

        await().untilAsserted(() -> assertThat(measured()).contains("catalog-pages", "reviews"));
        assertThat(measured()).noneMatch(uri -> String.valueOf(uri).contains("measured"));
    }

    @Test
    void copiesOfEachServiceAreCounted() {
        assertThat(meters.get("gateway.copies")
                        .tag("group", "vote-accept")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(meters.get("gateway.copies").tag("group", "review").gauge().value())
                .isEqualTo(1);
        assertThat(meters.get("gateway.copies.resting").gauges()).hasSize(6);
    }
}
