package dev.toolverdicts.review.review;

import java.util.Locale;

/// What the panel as a whole says. Its words in events, API and database are the lower-case names.
enum PanelVerdict {
    SHIP,
    MIXED,
    SKIP,
    PENDING;

    static PanelVerdict of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
