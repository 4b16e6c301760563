package dev.toolverdicts.newsletter.bounce;

import java.util.Locale;

/// What a report says.
enum ReportKind {
    /// The mailbox does not exist and will not.
    HARD,
    /// Could not be delivered this time, or for another reason than the address.
    SOFT,
    /// Still being tried.
    DELAYED,
    /// The reader called it spam.
    COMPLAINT,
    UNSUBSCRIBE,
    /// For a person to look at.
    UNKNOWN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// By the enhanced status code of RFC 3463. Only what is said of the address itself (class 5, subject 1, and a
    /// disabled mailbox) is hard: a full mailbox, a policy or a routing fault says nothing about whether it exists.
    static ReportKind of(String action, String status) {
        if (action.equalsIgnoreCase("delayed")) {
            return DELAYED;
        }
        if (!action.equalsIgnoreCase("failed") || !status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}")) {
            return UNKNOWN;
        }
        return status.startsWith("5.1.") || status.equals("5.2.1") ? HARD : SOFT;
    }
}
