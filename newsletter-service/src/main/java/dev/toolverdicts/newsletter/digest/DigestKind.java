package dev.toolverdicts.newsletter.digest;

import java.util.Locale;

/// What there is to tell of a tool, in reading order. Its words in API and database are the lower-case names.
public enum DigestKind {
    CHANGED_VERDICT,
    NEW_VERDICT,
    PRICE_CHANGE,
    NEW_TOOL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
