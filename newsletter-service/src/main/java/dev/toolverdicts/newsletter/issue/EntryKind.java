package dev.toolverdicts.newsletter.issue;

import java.util.Locale;

/// What an entry tells, in reading order. The first four are news; the others go with news and are no
/// reason for an issue. Their words in API, events and database are the lower-case names.
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

    /// What stands above entries of this kind, in the mail and wherever else they are listed.
    public String heading() {
        return switch (this) {
            case CHANGED_VERDICT -> "Changed verdicts";
            case NEW_VERDICT -> "New verdicts";
            case PRICE_CHANGE -> "Price changes";
            case NEW_TOOL -> "New tools";
            case PANEL_COMMUNITY_GAP -> "Panel and community apart";
            case MOVER -> "On the move";
            case COMPARISON -> "Side by side";
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
