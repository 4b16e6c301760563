package dev.toolverdicts.gateway.edge;

import java.time.Duration;

/// What a network may still ask for.
///
/// @param reset until it may ask for everything again
record Allowance(boolean granted, int limit, long remaining, Duration reset) {

    long resetSeconds() {
        return Math.max(1, reset.plusNanos(999_999_999).toSeconds());
    }
}
