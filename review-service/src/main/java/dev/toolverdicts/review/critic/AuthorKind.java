package dev.toolverdicts.review.critic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who or what wrote a text. Its words in events, API and database are the lower-case names.
public enum AuthorKind {
    HUMAN,
    AI_PERSONA,
    AI_DRAFTED;

    public static Optional<AuthorKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
