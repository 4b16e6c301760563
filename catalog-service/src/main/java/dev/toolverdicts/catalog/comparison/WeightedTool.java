package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.Opinion;
import dev.toolverdicts.catalog.comparison.Comparison.Score;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What the panel says of one tool by a reader's weights.
///
/// @param column where the tool stands without weights
/// @param pct weighted share of critics who ship it; null when nobody with a weight has spoken
/// @param score weighted mean of the scores; null likewise
record WeightedTool(
        int column,
        ToolCard card,
        @Nullable Integer pct,
        @Nullable Integer score) {

    static final Comparator<WeightedTool> BEST_FIRST = Comparator.comparing(WeightedTool::isPending)
            .thenComparing(Comparator.comparingInt(WeightedTool::share).reversed())
            .thenComparing(Comparator.comparingInt(WeightedTool::mean).reversed())
            .thenComparingInt(WeightedTool::column);

    static WeightedTool of(int column, Comparison plain, Weights weights) {
        long all = 0;
        long ships = 0;
        long scores = 0;
        for (Score row : plain.scorecard()) {
            Opinion take = row.takes().get(column);
            if (take != null) {
                int weight = weights.of(row.critic().key());
                all += weight;
                ships += take.verdict().equals("ship") ? weight : 0;
                scores += (long) weight * take.score();
            }
        }
        ToolCard card = plain.tools().get(column);
        return all == 0
                ? new WeightedTool(column, card, null, null)
                : new WeightedTool(column, card, rounded(100 * ships, all), rounded(scores, all));
    }

    /// Halves go up, as in Panel ship.
    private static int rounded(long sum, long count) {
        return (int) ((2 * sum + count) / (2 * count));
    }

    /// The quorum is the panel's: weights make no verdict out of too few reviews.
    boolean isPending() {
        return pct == null || PanelShares.isPending(card);
    }

    boolean isAbove(WeightedTool other) {
        return !isPending()
                && !other.isPending()
                && (share() > other.share() || (share() == other.share() && mean() > other.mean()));
    }

    String words(@Nullable Integer place) {
        if (pct == null) {
            return "No take of a critic with a weight";
        }
        String figures = "%d%% ship · score %d".formatted(pct, mean());
        return place == null ? "Pending · " + figures : "Place %d · %s".formatted(place, figures);
    }

    private int share() {
        return pct == null ? -1 : pct;
    }

    private int mean() {
        return score == null ? -1 : score;
    }
}
