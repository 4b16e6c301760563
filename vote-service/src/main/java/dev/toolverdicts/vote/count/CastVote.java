package dev.toolverdicts.vote.count;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vote as counting reads it from the log.
///
/// @param tier how the voter is known
/// @param arrivalSite the other site that sent the voter
record CastVote(
        UUID toolId,
        UUID voterId,
        Choice choice,
        String tier,
        @Nullable String networkHash,
        @Nullable Instant voterSince,
        Instant castAt,
        @Nullable String arrivalSite)
        implements OfVoter {

    CastVote {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(voterId, "voterId");
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(tier, "tier");
        Moments.check(castAt);
        if (voterSince != null) {
            Moments.check(voterSince);
        }
    }
}
