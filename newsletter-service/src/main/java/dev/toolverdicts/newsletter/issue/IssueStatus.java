package dev.toolverdicts.newsletter.issue;

import java.util.Locale;

/// Where an issue stands. Its words in API, events and database are the lower-case names.
public enum IssueStatus {
    DRAFT,
    APPROVED,
    SCHEDULED,
    SENDING,
    PAUSED,
    FINISHED,
    FINISHED_WITH_FAILURES,
    CANCELLED;

    static IssueStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether everything there was to hand over has been handed over.
    public boolean isEnded() {
        return this == FINISHED || this == FINISHED_WITH_FAILURES;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
