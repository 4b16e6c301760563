package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Comparison;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One critic's takes as the page draws them, and how far apart they are.
record ScoreRow(
        String criticKey,
        String criticName,
        String criticRole,
        List<TakeView> takes,
        boolean widest,
        @Nullable Gap gap) {

    /// A score on the scale: a square for the first tool, a circle for the second, something
    /// between for more.
    record Mark(String column, String x, String round) {}

    /// The scores on one scale, as lengths of an SVG.
    record Gap(String from, String width, String points, List<Mark> marks) {}

    private static final List<String> ROUND = List.of("0", "5", "2", "3.5", "1");

    static ScoreRow of(Comparison.Score score) {
        List<TakeView> takes = score.takes().stream().map(TakeView::of).toList();
        return new ScoreRow(
                score.critic().key(), score.critic().name(), score.critic().role(), takes, score.widest(), gap(takes));
    }

    private static @Nullable Gap gap(List<TakeView> takes) {
        List<Mark> marks = new ArrayList<>();
        var scores = new IntSummaryStatistics();
        for (int i = 0; i < takes.size(); i++) {
            if (!takes.get(i).empty()) {
                int score = takes.get(i).score();
                scores.accept(score);
                marks.add(new Mark(Columns.accent(i), score + "%", ROUND.get(i)));
            }
        }
        if (marks.size() < 2) {
            return null;
        }
        int apart = scores.getMax() - scores.getMin();
        return new Gap(scores.getMin() + "%", apart + "%", Words.count(apart, "point") + " apart", marks);
    }

    /// Whether the critic says the same of every tool; who has no take on one of them does not.
    static boolean same(Comparison.Score score) {
        return score.takes().stream()
                        .map(take -> take == null ? "" : take.verdict() + take.score())
                        .distinct()
                        .count()
                == 1;
    }
}
