package dev.toolverdicts.vote.voter;

import java.util.Locale;
import java.util.Optional;

/// What a voter would do with a tool. Written in lower case everywhere.
public enum Choice {
    SHIP,
    SKIP,
    /// The vote is withdrawn.
    NONE;

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<Choice> of(String word) {
        return switch (word) {
            case "ship" -> Optional.of(SHIP);
            case "skip" -> Optional.of(SKIP);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
