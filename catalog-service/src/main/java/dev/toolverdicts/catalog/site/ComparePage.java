package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Comparison;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Two tools side by side: left and right stay the same from the first line to the last.
record ComparePage(
        String title,
        List<ToolView> tools,
        List<BallotView> ballots,
        List<DecisionRow> decision,
        List<ScoreRow> rows,
        String read,
        String sure,
        String api,
        Instant asOf,
        String asOfText) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    record DecisionRow(String label, List<String> values, boolean equal) {

        /// Votes change this row while the page is open.
        public boolean community() {
            return label.equals("Community");
        }

        public boolean panel() {
            return label.equals("Panel verdict");
        }
    }

    record ScoreRow(
            String criticKey,
            String criticName,
            String criticRole,
            List<TakeView> takes,
            boolean widest,
            @Nullable Gap gap) {}

    /// Both scores on one scale, as lengths of an SVG.
    record Gap(String left, String right, String from, String width, String points) {

        static Gap of(int left, int right) {
            int apart = Math.abs(left - right);
            return new Gap(
                    left + "%",
                    right + "%",
                    Math.min(left, right) + "%",
                    apart + "%",
                    Words.count(apart, "point") + " apart");
        }
    }

    static ComparePage of(Comparison comparison, List<BallotView> ballots) {
        List<ToolView> tools = comparison.tools().stream().map(ToolView::of).toList();
        return new ComparePage(
                tools.getFirst().name() + " vs " + tools.getLast().name(),
                tools,
                ballots,
                comparison.decision().stream()
                        .map(row -> new DecisionRow(row.label(), row.values(), row.equal()))
                        .toList(),
                comparison.scorecard().stream().map(ComparePage::row).toList(),
                comparison.read(),
                Sureness.of(comparison.tools()),
                "/api/v1/comparisons/" + comparison.pairKey(),
                comparison.asOf(),
                MINUTE.format(comparison.asOf()));
    }

    private static ScoreRow row(Comparison.Score score) {
        List<TakeView> takes = score.takes().stream().map(TakeView::of).toList();
        TakeView left = takes.getFirst();
        TakeView right = takes.getLast();
        return new ScoreRow(
                score.critic().key(),
                score.critic().name(),
                score.critic().role(),
                takes,
                score.widest(),
                left.empty() || right.empty() ? null : Gap.of(left.score(), right.score()));
    }

    public ToolView left() {
        return tools.getFirst();
    }

    public ToolView right() {
        return tools.getLast();
    }
}
