package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that is stored of one vote.
///
/// @param networkHash keyed hash of the network it came from, another one every day
/// @param arrivalSite the other site that sent the voter
/// @param voterSince when the voter was first seen, to the hour
record StoredVote(
        UUID toolId,
        Choice choice,
        String tier,
        String state,
        @Nullable String reason,
        @Nullable String networkHash,
        @Nullable String arrivalSite,
        @Nullable Instant voterSince,
        int partition,
        long offset,
        Instant castAt) {

    /// An ordinary withdrawal still says where it came from; one of a deletion does not.
    boolean saysMoreThanItsEnd() {
        return !isWithdrawn() || networkHash != null || arrivalSite != null;
    }

    boolean isWithdrawn() {
        return choice == Choice.NONE;
    }
}
