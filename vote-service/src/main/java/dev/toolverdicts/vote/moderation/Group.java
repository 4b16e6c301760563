package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Votes of one tool that stand the same way for the same reason.
///
/// @param since when the first of them was decided about
/// @param latest when the last of them was: what comes later is not of this page
/// @param claimedBy who looks at them, null when nobody does
/// @param claimedUntil when that lapses
record Group(
        UUID toolId,
        String reason,
        long votes,
        long ships,
        long skips,
        Instant since,
        Instant latest,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil) {}
