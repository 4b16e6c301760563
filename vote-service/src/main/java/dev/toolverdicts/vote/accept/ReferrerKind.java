package dev.toolverdicts.vote.accept;

import java.util.Locale;

/// Where the voter came from.
enum ReferrerKind {
    INTERNAL,
    EXTERNAL,
    NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
