package dev.toolverdicts.vote.accept;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param linger how long a vote waits for others to share a request to the log with
/// @param delivery after how long without the log's word a vote is answered as not known to be durable
/// @param block how long a caller may be held up when the log's buffer is full; the caller is an event loop
/// @param inFlight how many votes may wait for the log's word before new ones are turned away
@ConfigurationProperties("vote.accept")
@Validated
record AcceptSettings(
        @DefaultValue("1ms") Duration linger,
        @DefaultValue("2500ms") Duration delivery,
        @DefaultValue("50ms") Duration block,
        @DefaultValue("20000") @Min(1) @Max(1_000_000) int inFlight) {}
