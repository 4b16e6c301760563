package dev.toolverdicts.catalog.leaderboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A board in a list of boards.
public record BoardLink(
        String period,
        String key,
        String state,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        int ranked,
        Instant asOf) {

    /// Where its page is.
    public String path() {
        return Leaderboard.path(period, key);
    }

    String boardKey() {
        return period.equals(key) ? period : period + ":" + key;
    }
}
