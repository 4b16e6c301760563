package dev.toolverdicts.vote.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// From which point of view somebody votes: those of the panel's critics, by their keys, so that voters
/// can be held against the critic who looks at tools as they do.
public enum VoterRole {
    BUILDER,
    SKEPTIC,
    FUTURIST,
    FOUNDER,
    CREATOR,
    ANALYST,
    GUARDIAN;

    private final String word = name().toLowerCase(Locale.ROOT);

    static Optional<VoterRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
