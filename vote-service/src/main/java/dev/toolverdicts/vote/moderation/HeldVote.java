package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param voterId a keyed hash, the same for all votes of the voter
/// @param networkHash a keyed hash, the same for all votes of the network on that day
record HeldVote(
        UUID voterId,
        String choice,
        String tier,
        @Nullable String networkHash,
        @Nullable Instant voterSince,
        String reason,
        String actor,
        Instant castAt,
        Instant heldAt) {}
