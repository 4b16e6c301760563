package dev.toolverdicts.vote.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a reason stands. Until a moderator has let it through nobody but its voter sees it.
public enum ReasonState {
    WAITING,
    SHOWN,
    REJECTED;

    private final String word = name().toLowerCase(Locale.ROOT);

    public static Optional<ReasonState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
