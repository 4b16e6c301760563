package dev.toolverdicts.newsletter.defence;

import java.time.Duration;
import java.time.Instant;

/// What is left after somebody took one, or could not.
///
/// @param reset until all of it is there again
/// @param retry until one more is
record Allowance(boolean granted, int limit, long remaining, Duration reset, Duration retry) {

    /// @param fullAt when all of it is there again
    static Allowance of(boolean granted, Rate rate, Instant fullAt, Instant now) {
        Duration reset = fullAt.isAfter(now) ? Duration.between(now, fullAt) : Duration.ZERO;
        long used = reset.toNanos() / 1000;
        Duration retry = Duration.ofNanos(Math.max(0, used + rate.stepMicros() - rate.micros()) * 1000);
        return new Allowance(
                granted, rate.limit(), Math.max(0, (rate.micros() - used) / rate.stepMicros()), reset, retry);
    }
}
