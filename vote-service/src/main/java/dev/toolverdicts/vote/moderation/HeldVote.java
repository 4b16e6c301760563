package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param voterId a keyed hash, the same for all votes of the voter
/// @param networkHash a keyed hash, the same for all votes of the network on that day
/// @param arrivalSite the other site that sent the voter
record HeldVote(
        UUID voterId,
        String choice,
        String tier,
        @Nullable String networkHash,
        @Nullable String arrivalSite,
        @Nullable Instant voterSince,
        String reason,
        String actor,
        Instant castAt,
        Instant heldAt) {}
