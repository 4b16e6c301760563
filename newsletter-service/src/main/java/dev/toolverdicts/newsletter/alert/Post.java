package dev.toolverdicts.newsletter.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change on its way to a webhook.
///
/// @param sequence what the receiver names to have all since again
/// @param secretNumber which of the webhook's secrets signs
/// @param secretChangedAt since when; null for the first
/// @param attempts including the one to be made
/// @param firstAttempt when its change was, while none was made
record Post(
        long sequence,
        UUID webhookId,
        String url,
        int secretNumber,
        @Nullable Instant secretChangedAt,
        UUID changeId,
        ChangeKind kind,
        String slug,
        String name,
        @Nullable String critic,
        @Nullable String from,
        String to,
        Instant since,
        int attempts,
        Instant firstAttempt) {}
