package dev.toolverdicts.newsletter.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the ledger.
///
/// @param email the address as it is now
/// @param nextAttemptAt when it is tried again, of a row that waits; null for at once, and for any other
/// @param smtpReply what the other server said last
public record Delivery(
        UUID subscriberId,
        String email,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer smtpCode,
        @Nullable String smtpReply,
        String messageId,
        Instant updatedAt) {}
