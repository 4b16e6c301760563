package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the voter's own votes as they see it.
///
/// @param tool the tool's address, null when the catalog has no such tool
/// @param counted whether the tally has it
/// @param state counted, held or discarded; null while counting has not reached it
/// @param reason the code of why it is held or discarded
/// @param tier how the voter was known when they cast it; null while counting has not reached it
record MyVote(
        @Nullable String tool,
        @Nullable String name,
        UUID toolId,
        Choice choice,
        boolean counted,
        @Nullable String state,
        @Nullable String reason,
        @Nullable String tier,
        Instant castAt) {

    static MyVote of(StoredVote vote) {
        boolean counted = vote.state().equals("counted");
        return new MyVote(
                null,
                null,
                vote.toolId(),
                vote.choice(),
                counted,
                vote.state(),
                counted ? null : vote.reason(),
                vote.tier(),
                vote.castAt());
    }

    /// A vote that counting has not reached.
    static MyVote of(Receipt receipt) {
        return new MyVote(null, null, receipt.toolId(), receipt.choice(), false, null, null, null, receipt.castAt());
    }

    MyVote on(String slug, String called) {
        return new MyVote(slug, called, toolId, choice, counted, state, reason, tier, castAt);
    }
}
