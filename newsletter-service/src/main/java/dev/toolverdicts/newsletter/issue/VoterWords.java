package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import org.jspecify.annotations.Nullable;

/// What the voters say, in words, for subjects and texts: a dash where nobody has voted, counts
/// under five votes, and a share with its count from there on, as on every page.
final class VoterWords {

    private static final int ENOUGH_FOR_A_SHARE = 5;
    private static final String NOBODY = "—";

    private VoterWords() {}

    static String figure(@Nullable Count votes) {
        long all = all(votes);
        if (votes == null || all == 0) {
            return NOBODY;
        }
        return all < ENOUGH_FOR_A_SHARE
                ? "%d ship / %d skip".formatted(votes.ships(), votes.skips())
                : votes.pct() + " %";
    }

    /// The figure with what it is of.
    static String told(@Nullable Count votes) {
        long all = all(votes);
        return all < ENOUGH_FOR_A_SHARE ? figure(votes) : "%s of %d ship".formatted(figure(votes), all);
    }

    private static long all(@Nullable Count votes) {
        return votes == null ? 0 : votes.ships() + votes.skips();
    }
}
