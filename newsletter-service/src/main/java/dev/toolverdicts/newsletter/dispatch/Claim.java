package dev.toolverdicts.newsletter.dispatch;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/// A row of the ledger that a worker has taken.
///
/// @param number short name of the row, for the address that bounces return to
/// @param fence what makes the row the worker's: raised by every claim, and by an operator's decision
/// @param attempts including the one to be made
/// @param deferredFor how long it has waited after replies that said "later", all in all
record Claim(
        UUID issueId,
        UUID subscriberId,
        long number,
        String email,
        String messageId,
        long fence,
        int attempts,
        Duration deferredFor) {

    String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /// Never the address: it must not get into a log by accident.
    @Override
    public String toString() {
        return "Claim[" + issueId + " " + subscriberId + " fence " + fence + "]";
    }
}
