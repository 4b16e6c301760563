package dev.toolverdicts.vote.voter;

import java.util.Locale;

/// How a voter is known. Tiers are shown apart; every counted vote counts the same. Written in lower case everywhere.
public enum Tier {
    /// By a cookie alone.
    DEVICE,
    /// Has proved to read mail at an address that proves nobody else.
    EMAIL;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return word;
    }
}
