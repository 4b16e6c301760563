package dev.toolverdicts.vote.count;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param writers how many counters this copy runs; each has partitions of its own
/// @param publishEvery how long a tally stays published before its next state goes out
/// @param publishRate states a second in all: where many tools are voted on each is told less often
/// @param sweepEvery how soon tallies are found that another copy counted and did not publish
@ConfigurationProperties("vote.count")
@Validated
record CountSettings(
        @DefaultValue("2") @Min(1) @Max(24) int writers,
        @DefaultValue("250ms") Duration publishEvery,
        @DefaultValue("600") @Min(1) int publishRate,
        @DefaultValue("500ms") Duration sweepEvery) {

    private static final Duration SHORTEST = Duration.ofMillis(50);

    /// Cards follow within two seconds however many tools there are.
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /// How long to wait after so many published states.
    Duration pauseAfter(int states) {
        Duration pause = Duration.ofSeconds(states).dividedBy(publishRate);
        return pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
