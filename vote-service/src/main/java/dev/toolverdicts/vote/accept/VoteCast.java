package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One voter's choice for one tool, as it is written to the log.
///
/// @param voterSince when the voter was first seen, to the hour: enough to see a crowd, too little to know a person by
/// @param arrivalSite the other site that sent the voter within the last hour
record VoteCast(
        UUID toolId,
        UUID voterId,
        Choice choice,
        String tier,
        @Nullable String networkHash,
        ReferrerKind referrerKind,
        Instant voterSince,
        Instant castAt,
        @Nullable String arrivalSite) {

    String key() {
        return toolId + ":" + voterId;
    }
}
