package dev.toolverdicts.vote.ruling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What becomes of a vote. Written in lower case everywhere.
public enum RulingKind {
    /// Leaves the tally until somebody has looked at it.
    HELD,
    /// Counts again.
    RESTORED,
    /// Stays out, until it is restored.
    DISCARDED;

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<RulingKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
