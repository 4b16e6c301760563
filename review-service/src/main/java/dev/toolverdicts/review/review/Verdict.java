package dev.toolverdicts.review.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What one critic would do. Its words in events, API and database are the lower-case names.
public enum Verdict {
    SHIP,
    SKIP;

    public static Optional<Verdict> of(String word) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.toString().equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
