package dev.toolverdicts.system;

import java.util.Locale;

/// What a voter wants of a tool; a withdrawn vote is none.
enum Choice {
    SHIP,
    SKIP,
    NONE;

    /// As the API has it, where no vote is null.
    static Choice of(String word) {
        return word.isEmpty() ? NONE : valueOf(word.toUpperCase(Locale.ROOT));
    }

    String json() {
        return "{\"choice\": \"%s\"}".formatted(name().toLowerCase(Locale.ROOT));
    }
}
