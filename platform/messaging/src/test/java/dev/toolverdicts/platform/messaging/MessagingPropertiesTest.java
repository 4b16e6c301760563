package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MessagingPropertiesTest {

    @Test
    void everySettingHasADefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new MessagingProperties(
                        new MessagingProperties.Relay(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10),
                                Duration.ofMillis(250),
                                Duration.ofSeconds(1)),
                        Duration.ofHours(1),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5)));
    }

    @Test
    void durationsMustBePositive() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of("messaging.retry-at-most", "0s")))
                .havingRootCause()
                .withMessageContaining("retry-at-most must be positive");
    }

    @Test
    void aRelayMustSpeakMoreOftenThanItsSilenceIsLong() {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> bind(Map.of("messaging.relay.silence", "500ms")))
                .havingRootCause()
                .withMessageContaining("silence must be longer");
    }

    private static MessagingProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("messaging", MessagingProperties.class);
    }
}
