package dev.toolverdicts.vote.duel;

import java.time.Instant;

/// Versions of what this package publishes.
final class Versions {

    private Versions() {}

    /// Never lower than the time in milliseconds: a database that was restored to an earlier moment goes on
    /// above everything it had published before.
    static long after(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }
}
