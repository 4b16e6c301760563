package dev.toolverdicts.catalog.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param heartbeat how often a quiet stream says that it is alive; a reader that vanished is found
///     out after two, and one that takes nothing for as long is let go
/// @param longest how long a stream lives before the reader must come again
/// @param readers how many streams one copy serves
/// @param perClient how many of them one address has
/// @param tools how many tools one stream names
@ConfigurationProperties("catalog.live")
@Validated
record LiveSettings(
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("1000") @Min(1) int readers,
        @DefaultValue("100") @Min(1) int perClient,
        @DefaultValue("50") @Min(1) int tools) {

    LiveSettings {
        if (!heartbeat.isPositive() || !longest.isPositive()) {
            throw new IllegalArgumentException("catalog.live.heartbeat and longest must be more than nothing");
        }
    }
}
