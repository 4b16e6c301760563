package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.duel.PairCounts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the vote service knows of this visitor. Blank when it did not answer in time: a page never waits for it.
///
/// @param votes by slug; a tool whose vote is not known just now is missing
/// @param duel null when it was not asked for, or is not known just now
record OwnVotes(
        Map<String, Own> votes,
        String formToken,
        List<String> cookies,
        @Nullable Duel duel) {

    static final OwnVotes BLANK = new OwnVotes(Map.of(), "", List.of(), null);

    /// @param said what went with the vote
    record Own(@Nullable String choice, boolean counted, Said said) {

        /// Null where there is no vote.
        @Nullable
        String words() {
            return choice == null ? null : choice.equals("ship") ? "You shipped it" : "You skipped it";
        }
    }

    /// @param reasonState waiting, shown or rejected; null without a reason
    record Said(
            @Nullable String role,
            @Nullable String reason,
            @Nullable String reasonState) {

        static final Said NOTHING = new Said(null, null, null);
    }

    /// @param winner a, b or tie; null when nothing is chosen
    /// @param counts null where the vote service was not asked for them
    record Duel(@Nullable String winner, @Nullable PairCounts counts) {}

    /// Of somebody without a voter's cookie, who can have no vote on these and has chosen nothing.
    static OwnVotes ofNewcomer(List<String> slugs) {
        var none = new Own(null, true, Said.NOTHING);
        Map<String, Own> nothing = slugs.stream().distinct().collect(Collectors.toMap(slug -> slug, _ -> none));
        return new OwnVotes(nothing, "", List.of(), new Duel(null, null));
    }

    OwnVotes with(List<String> newCookies) {
        return new OwnVotes(votes, formToken, newCookies, duel);
    }
}
