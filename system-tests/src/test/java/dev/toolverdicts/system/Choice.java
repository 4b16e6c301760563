package dev.toolverdicts.system;

import java.util.Locale;

/// What a voter wants of a tool; a withdrawn vote is none.
public enum Choice {
    SHIP,
    SKIP,
    NONE;

    /// As the API has it, where no vote is null.
    public static Choice of(String word) {
        return word.isEmpty() ? NONE : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Another one: ship and skip change places, and who had withdrawn ships after all.
    public Choice other() {
        return this == SHIP ? SKIP : SHIP;
    }

    public String json() {
        return "{\"choice\": \"%s\"}".formatted(name().toLowerCase(Locale.ROOT));
    }
}
