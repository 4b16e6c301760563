package dev.toolverdicts.vote.dataset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param enabled whether a dataset is made at all; those that are kept are handed out until they are
///     too old
/// @param from from when on a day's dataset is made, UTC
/// @param every how often it is looked whether one is to be made
/// @param keptDays how many days are kept
/// @param smallest how many voters must have voted on a tool, and on it on one day, for pseudonym and
///     day to be told
@ConfigurationProperties("vote.dataset")
@Validated
public record DatasetSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("02:00") LocalTime from,
        @DefaultValue("10m") Duration every,
        @DefaultValue("30") @Min(1) @Max(3_650) int keptDays,
        @DefaultValue("5") @Min(2) @Max(1_000) int smallest) {

    public DatasetSettings {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("vote.dataset.every must be more than nothing");
        }
    }
}
