package dev.toolverdicts.review.helpful;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether a review was helpful. Its words in API and database are the lower-case names.
public enum Answer {
    YES,
    NO;

    public static Optional<Answer> of(String word) {
        return Arrays.stream(values())
                .filter(answer -> answer.toString().equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
