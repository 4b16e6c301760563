package dev.toolverdicts.gateway.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookUpTest {

    @Test
    void namesAreLookedUpBeforeTheFirstRequest() {
        assertThat(firstCopy(Duration.ofHours(1))).isEqualTo("http://127.0.0.1:1");
    }

    @Test
    void withoutAnIntervalANameIsOneCopy() {
        assertThat(firstCopy(Duration.ZERO)).isEqualTo("http://localhost:1");
    }

    private static String firstCopy(Duration lookUpEvery) {
        Duration time = Duration.ofSeconds(1);
        var settings = new CopiesSettings(
                Map.of("group", List.of(URI.create("http://localhost:1"))), time, time, time, time, time, lookUpEvery);
        var groups = new Groups(settings);
        new LookUp(groups, settings).destroy();
        return groups.of("group").next(true, List.of()).toString();
    }
}
