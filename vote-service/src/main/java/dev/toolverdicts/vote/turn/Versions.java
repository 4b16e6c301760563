package dev.toolverdicts.vote.turn;

import java.time.Instant;

/// Versions of what is worked out and published by whoever has the turn.
public final class Versions {

    private Versions() {}

    /// Never lower than the time in milliseconds: a database that was restored to an earlier moment goes on
    /// above everything it had published before.
    public static long after(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }
}
