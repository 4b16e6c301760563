package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that is stored of one vote.
///
/// @param networkHash keyed hash of the network it came from, another one every day
/// @param voterSince when the voter was first seen, to the hour
record StoredVote(
        UUID toolId,
        Choice choice,
        String tier,
        String state,
        @Nullable String reason,
        @Nullable String networkHash,
        @Nullable Instant voterSince,
        int partition,
        long offset,
        Instant castAt) {

    boolean isWithdrawn() {
        return choice == Choice.NONE;
    }
}
