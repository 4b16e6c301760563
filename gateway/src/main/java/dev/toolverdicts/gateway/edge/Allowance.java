package dev.toolverdicts.gateway.edge;

import java.time.Duration;

/// What somebody may still ask for.
///
/// @param retry until one more request is granted
/// @param reset until everything may be asked for again
record Allowance(boolean granted, int limit, long remaining, Duration retry, Duration reset) {

    long retrySeconds() {
        return wholeSeconds(retry);
    }

    long resetSeconds() {
        return wholeSeconds(reset);
    }

    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.plusNanos(999_999_999).toSeconds());
    }

    /// The one that is met first, which is what a client has to know of.
    Allowance orTighter(Allowance other) {
        if (granted != other.granted) {
            return granted ? other : this;
        }
        return other.remaining < remaining ? other : this;
    }
}
