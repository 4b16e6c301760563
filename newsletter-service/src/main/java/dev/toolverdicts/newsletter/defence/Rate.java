package dev.toolverdicts.newsletter.defence;

import java.time.Duration;

/// So many at once, and as many again over the time.
record Rate(int limit, Duration per) {

    Rate {
        if (limit < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate needs a limit of at least one and a time");
        }
    }

    /// The time in which one comes back, as fine as the database counts.
    long stepMicros() {
        return micros() / limit;
    }

    long micros() {
        return per.toNanos() / 1000;
    }
}
