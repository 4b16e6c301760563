package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.voter.Choice;
import org.jspecify.annotations.Nullable;

/// What a voter last chose for a tool.
///
/// @param choice null when there is no vote, or it was withdrawn
/// @param counted whether the tally has it
/// @param state counted, held or discarded; null without a vote, and while counting has not reached it
/// @param reason the code of why it is held or discarded
record OwnVote(
        @Nullable Choice choice,
        boolean counted,
        @Nullable String state,
        @Nullable String reason) {

    static final OwnVote NONE = new OwnVote(null, true, null, null);
    private static final String COUNTED = "counted";

    /// Counting has not reached it.
    static OwnVote sent(Choice choice) {
        return new OwnVote(choice == Choice.NONE ? null : choice, false, null, null);
    }

    static OwnVote of(Choice choice, String state, @Nullable String reason) {
        if (choice == Choice.NONE) {
            return NONE;
        }
        boolean counted = state.equals(COUNTED);
        return new OwnVote(choice, counted, state, counted ? null : reason);
    }
}
