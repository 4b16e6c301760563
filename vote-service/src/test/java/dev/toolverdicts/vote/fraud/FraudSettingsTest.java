package dev.toolverdicts.vote.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FraudSettingsTest {

    private static FraudSettings bound(String key, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("vote.fraud." + key, value)))
                .bindOrCreate("vote.fraud", FraudSettings.class);
    }

    @Test
    void rulesAreOnUnlessSwitchedOff() {
        assertThat(bound("scan-every", "1s").enabled()).isTrue();
        assertThat(bound("enabled", "false").enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan-every",
                "burst-window",
                "brigade-lasts",
                "network-window",
                "site-window",
                "cohort-window",
                "serial-window",
                "dormant-window"
            })
    void aWindowOfNothingIsRefused(String key) {
        assertThatException().isThrownBy(() -> bound(key, "0s")).withStackTraceContaining("above 0");
    }
}
