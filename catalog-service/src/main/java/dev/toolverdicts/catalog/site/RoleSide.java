package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import org.jspecify.annotations.Nullable;

/// What one critic says of a tool, beside the voters of the same role.
///
/// @param verdict null where the critic has not reviewed it
/// @param gap whether they see it alike; null where one of them has not said enough
record RoleSide(
        @Nullable VerdictView verdict,
        CommunityView community,
        @Nullable String gap) {

    static RoleSide of(@Nullable String verdict, ToolCard.Community votes) {
        return new RoleSide(
                verdict == null ? null : VerdictView.of(verdict),
                CommunityView.of(votes),
                verdict == null ? null : gap(verdict, votes));
    }

    /// Voters lean one way where all of the range that their share likely lies in does.
    private static @Nullable String gap(String verdict, ToolCard.Community votes) {
        Double low = votes.wilsonLow();
        Double high = votes.wilsonHigh();
        if (!votes.hasShare() || low == null || high == null) {
            return null;
        }
        if (low <= 0.5 && high >= 0.5) {
            return "Undecided";
        }
        return (low > 0.5) == verdict.equals("ship") ? "Alike" : "Apart";
    }
}
