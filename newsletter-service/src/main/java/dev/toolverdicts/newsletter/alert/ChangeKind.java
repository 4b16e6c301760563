package dev.toolverdicts.newsletter.alert;

import java.util.Locale;

/// What can change. Its words in API and database are the lower-case names.
enum ChangeKind {
    VERDICT,
    PRICE,
    STATUS,
    /// One critic's verdict of a tool; who follows the critic hears of it.
    REVIEW,
    /// How many votes a tool has, in steps.
    MILESTONE;

    /// The event that a follow names for it: a critic's verdict is a verdict.
    String event() {
        return this == REVIEW ? VERDICT.toString() : toString();
    }

    /// What a webhook calls it.
    String type() {
        return this == MILESTONE ? "milestone.reached" : event() + ".changed";
    }

    static ChangeKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
