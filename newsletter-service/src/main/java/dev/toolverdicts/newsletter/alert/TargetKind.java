package dev.toolverdicts.newsletter.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be followed. Its words in API and database are the lower-case names.
enum TargetKind {
    TOOL,
    PAIR,
    CATEGORY,
    CRITIC,
    /// Every tool's verdict, for whoever chose that among the preferences.
    ALL;

    static Optional<TargetKind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
