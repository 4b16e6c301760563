package dev.toolverdicts.vote.count;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param writers how many counters this copy runs; each has partitions of its own
/// @param publishEvery how long a tally stays published before its next state goes out
/// @param sweepEvery how soon tallies are found that another copy counted and did not publish
@ConfigurationProperties("vote.count")
@Validated
record CountSettings(
        @DefaultValue("2") @Min(1) @Max(24) int writers,
        @DefaultValue("250ms") Duration publishEvery,
        @DefaultValue("500ms") Duration sweepEvery) {}
