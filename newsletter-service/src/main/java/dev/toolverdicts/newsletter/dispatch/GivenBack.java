package dev.toolverdicts.newsletter.dispatch;

/// What becomes of a row that is given back unsent. A cancelled issue mails nobody any more; one that has ended has no
/// row that waits, or nobody would come for it.
final class GivenBack {

    /// By `edition.status`, whose row the statement has locked: it must not end between the look and the write.
    static final String STATE = """
            CASE WHEN edition.status IN ('sending', 'paused') THEN 'pending'
                 WHEN edition.status = 'cancelled' THEN 'suppressed'
                 ELSE 'rejected' END
            """;

    private GivenBack() {}
}
