package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.voter.Choice;
import org.jspecify.annotations.Nullable;

/// What a voter last chose for a tool.
///
/// @param choice null when there is no vote, or it was withdrawn
/// @param counted whether the tally includes it
record OwnVote(@Nullable Choice choice, boolean counted) {

    static final OwnVote NONE = new OwnVote(null, true);

    static OwnVote of(Choice choice, boolean counted) {
        return new OwnVote(choice == Choice.NONE ? null : choice, counted);
    }
}
