package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One place on a leaderboard, with the votes of the board's window.
///
/// @param verdict the panel's, which never moves a place; null while the tool is not known here
/// @param figure and `hold`: what the place hangs on, a number and its words; only words where no number decides
/// @param momentum null unless the share has really moved
record BoardRow(
        int place,
        String slug,
        String name,
        @Nullable String tagline,
        @Nullable VerdictView verdict,
        CommunityView community,
        @Nullable String figure,
        String hold,
        @Nullable String momentum) {

    /// From here on a shift is unlikely to be chance.
    private static final double CLEAR = 1.96;

    static BoardRow of(Leaderboard.Row row) {
        ToolCard card = row.card();
        return new BoardRow(
                row.place(),
                row.slug(),
                row.name(),
                card == null ? null : card.tagline(),
                card == null ? null : VerdictView.of(card.panel().verdict()),
                CommunityView.of(new ToolCard.Community(
                        row.ships(), row.skips(), row.pct(), row.wilsonLow(), row.wilsonHigh(), false)),
                figure(row),
                hold(row),
                momentum(row.momentum()));
    }

    private static @Nullable String figure(Leaderboard.Row row) {
        Double score = row.score();
        Long votes = row.robustness();
        if (score != null) {
            return String.format(Locale.ROOT, score < 0.01 ? "%.4f" : "%.2f", score);
        }
        return votes == null ? null : Words.count(votes, "vote");
    }

    private static String hold(Leaderboard.Row row) {
        if (row.score() != null) {
            return "trending score";
        }
        if (row.fairStart()) {
            return "New: its place is drawn by lot.";
        }
        return row.robustness() == null ? "Earned; new tools around it draw theirs." : "would change this place";
    }

    private static @Nullable String momentum(@Nullable Double z) {
        if (z == null || Math.abs(z) < CLEAR) {
            return null;
        }
        return z > 0 ? "Liked more than before" : "Liked less than before";
    }
}
