package dev.toolverdicts.vote.ranking;

import java.util.Locale;

/// How long a board's window is.
enum Period {
    DAY,
    WEEK,
    MONTH,
    ALL,
    TRENDING;

    boolean hasWindow() {
        return this != ALL && this != TRENDING;
    }

    /// As events, addresses and keys write it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
