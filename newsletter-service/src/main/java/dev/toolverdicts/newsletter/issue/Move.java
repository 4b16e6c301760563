package dev.toolverdicts.newsletter.issue;

import java.util.Locale;

/// The moves of an issue. The last four nobody can ask for: they follow from the time, from the ledger, and from an
/// operator's word about one of its rows.
public enum Move {
    APPROVE(IssueStatus.APPROVED),
    SCHEDULE(IssueStatus.SCHEDULED),
    SEND(IssueStatus.SENDING),
    PAUSE(IssueStatus.PAUSED),
    RESUME(IssueStatus.SENDING),
    CANCEL(IssueStatus.CANCELLED),
    RETRY_FAILED(IssueStatus.SENDING),
    MISS(IssueStatus.PAUSED),
    FINISH(IssueStatus.FINISHED),
    FINISH_WITH_FAILURES(IssueStatus.FINISHED_WITH_FAILURES),
    RESEND(IssueStatus.SENDING);

    private final IssueStatus to;

    Move(IssueStatus to) {
        this.to = to;
    }

    /// The move of a word in an address.
    public static Move of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    IssueStatus to() {
        return to;
    }

    public boolean isLegalFrom(IssueStatus status) {
        return switch (this) {
            case APPROVE -> status == IssueStatus.DRAFT;
            case SCHEDULE -> status == IssueStatus.APPROVED;
            case SEND -> status == IssueStatus.APPROVED || status == IssueStatus.SCHEDULED;
            case PAUSE, FINISH, FINISH_WITH_FAILURES -> status == IssueStatus.SENDING;
            case RESUME -> status == IssueStatus.PAUSED;
            case CANCEL -> !status.isEnded() && status != IssueStatus.CANCELLED;
            case RETRY_FAILED, RESEND -> status == IssueStatus.FINISHED_WITH_FAILURES;
            case MISS -> status == IssueStatus.SCHEDULED;
        };
    }

    /// The word in addresses and in the audit.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
