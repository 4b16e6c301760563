package dev.toolverdicts.newsletter.issue;

import java.util.Locale;

/// What an entry tells, in reading order. The first four are news; the others go with news and are no reason for an
/// issue.
/// Their words in API, events and database are the lower-case names.
public enum EntryKind {
    CHANGED_VERDICT,
    NEW_VERDICT,
    PRICE_CHANGE,
    PANEL_COMMUNITY_GAP,
    MOVER,
    COMPARISON,
    NEW_TOOL;

    static EntryKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
