package dev.toolverdicts.vote.tally;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param heartbeat how often a quiet stream says that it is alive
/// @param longest how long a stream lives before the reader must come again; ends those whose reader
///     vanished silently
/// @param readers how many streams one copy serves
/// @param tools how many tools one stream follows
@ConfigurationProperties("vote.stream")
@Validated
record StreamSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("10000") @Min(1) int readers,
        @DefaultValue("50") @Min(1) int tools) {}
