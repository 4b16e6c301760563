package dev.toolverdicts.vote.voice;

import dev.toolverdicts.vote.voter.Choice;
import dev.toolverdicts.vote.voter.Receipt;
import org.jspecify.annotations.Nullable;

/// A voter's latest vote on a tool, counted or not.
///
/// @param offset its place in its partition of the log
record Ballot(Choice choice, long offset) {

    /// @param counted null when counting knows of none
    /// @param receipt of a vote that counting may not have reached; null for none
    static @Nullable Ballot latest(@Nullable Ballot counted, @Nullable Receipt receipt) {
        return receipt == null || (counted != null && counted.offset() >= receipt.offset())
                ? counted
                : new Ballot(receipt.choice(), receipt.offset());
    }

    boolean stands() {
        return choice != Choice.NONE;
    }
}
