package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that is stored about a voter's votes, withdrawn ones too, for the voter to keep.
///
/// @param voterId what events and tables know the voter by; null for a visitor who is no voter
record Export(@Nullable UUID voterId, List<Vote> votes, List<MyDuel> duels, List<MyVoice> said, Instant exportedAt) {

    /// @param choice null when it was withdrawn
    record Vote(
            UUID toolId,
            @Nullable String tool,
            @Nullable Choice choice,
            String tier,
            String state,
            @Nullable String reason,
            @Nullable String networkHash,
            @Nullable String arrivalSite,
            @Nullable Instant voterSince,
            Instant castAt) {

        static Vote of(StoredVote vote, @Nullable String slug) {
            return new Vote(
                    vote.toolId(),
                    slug,
                    vote.isWithdrawn() ? null : vote.choice(),
                    vote.tier(),
                    vote.state(),
                    vote.reason(),
                    vote.networkHash(),
                    vote.arrivalSite(),
                    vote.voterSince(),
                    vote.castAt());
        }
    }
}
