package dev.toolverdicts.vote.voice;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param refreshEvery how often what has changed is looked for
/// @param sweepEvery after how long every tool is looked at, changed or not
/// @param atOnce how many changed tools are looked at in one go
/// @param reasons how many of a tool's reasons are published, the latest
@ConfigurationProperties("vote.voice")
@Validated
record VoiceSettings(
        @DefaultValue("2s") Duration refreshEvery,
        @DefaultValue("1m") Duration sweepEvery,
        @DefaultValue("200") @Min(1) int atOnce,
        @DefaultValue("20") @Min(1) int reasons) {}
