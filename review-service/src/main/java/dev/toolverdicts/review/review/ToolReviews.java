package dev.toolverdicts.review.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Current reviews of a tool in the API, in the panel's order, with the verdict that follows from all of them.
record ToolReviews(ToolLabel tool, PanelFigures panel, List<ReviewView> reviews, Instant asOf) {

    record ToolLabel(String slug, String name) {}

    record PanelFigures(int ships, int skips, @Nullable Integer pct, PanelVerdict verdict, int quorum, int critics) {}

    /// @param takes all of them
    /// @param shown those of this page
    static ToolReviews of(ToolLabel tool, List<Take> takes, List<Take> shown, int critics, Instant asOf) {
        int ships = (int)
                takes.stream().filter(take -> take.verdict() == Verdict.SHIP).count();
        int skips = takes.size() - ships;
        return new ToolReviews(
                tool,
                new PanelFigures(
                        ships,
                        skips,
                        PanelRule.pct(ships, skips),
                        PanelRule.verdict(ships, skips),
                        PanelRule.QUORUM,
                        critics),
                shown.stream().map(ReviewView::of).toList(),
                asOf);
    }
}
