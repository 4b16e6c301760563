package dev.toolverdicts.catalog.site;

import org.jspecify.annotations.Nullable;

/// The visitor's own vote on one tool, and what its form needs to change it.
///
/// @param voice what the visitor can say with it, once there is one
record BallotView(
        @Nullable String choice,
        boolean known,
        @Nullable String said,
        String state,
        String formToken,
        String back,
        VoiceForm voice) {

    static BallotView of(OwnVotes votes, String slug, String back) {
        OwnVotes.Own own = votes.votes().get(slug);
        if (own == null) {
            return new BallotView(
                    null,
                    false,
                    null,
                    "Your own vote is not at hand just now.",
                    votes.formToken(),
                    back,
                    VoiceForm.of(OwnVotes.Said.NOTHING));
        }
        String said = own.words();
        String state = said == null
                ? "One vote per tool. You can change it."
                : own.counted() ? " · counted" : " · being counted";
        return new BallotView(own.choice(), true, said, state, votes.formToken(), back, VoiceForm.of(own.said()));
    }
}
