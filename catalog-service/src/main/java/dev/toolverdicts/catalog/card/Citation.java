package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// A source that sentences of a take lean on; in the text `[^1]` names the one of id 1.
public record Citation(int id, String url, @Nullable String title) {

    public Citation {
        requireNonNull(url, "url");
    }
}
