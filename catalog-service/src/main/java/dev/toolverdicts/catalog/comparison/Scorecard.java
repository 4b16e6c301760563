package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.comparison.Comparison.Critic;
import dev.toolverdicts.catalog.comparison.Comparison.Opinion;
import dev.toolverdicts.catalog.comparison.Comparison.Score;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The takes aligned by critic, in the panel's order; a critic who reviewed none of the tools has
/// no row.
final class Scorecard {

    private record Aligned(Critic critic, List<@Nullable Opinion> takes) {

        /// From the lowest score to the highest; who spoke of one tool alone disagrees with
        /// nobody.
        int gap() {
            IntSummaryStatistics scores = takes.stream()
                    .filter(Objects::nonNull)
                    .mapToInt(Opinion::score)
                    .summaryStatistics();
            return scores.getCount() < 2 ? 0 : scores.getMax() - scores.getMin();
        }
    }

    private Scorecard() {}

    static List<Score> of(List<WithTakes> tools, List<String> panelOrder) {
        Map<String, Critic> critics = new LinkedHashMap<>();
        for (String key : panelOrder) {
            tools.stream()
                    .map(tool -> take(tool, key))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(take -> critics.put(key, new Critic(key, take.criticName(), take.criticRole())));
        }
        List<Aligned> rows = critics.values().stream()
                .map(critic -> new Aligned(critic, opinions(tools, critic.key())))
                .toList();
        int widest = rows.stream().mapToInt(Aligned::gap).max().orElse(0);
        return rows.stream()
                .map(row -> new Score(row.critic(), row.takes(), widest > 0 && row.gap() == widest))
                .toList();
    }

    private static List<@Nullable Opinion> opinions(List<WithTakes> tools, String critic) {
        var opinions = new ArrayList<@Nullable Opinion>();
        for (WithTakes tool : tools) {
            opinions.add(take(tool, critic)
                    .map(take -> new Opinion(take.verdict(), take.score(), take.body()))
                    .orElse(null));
        }
        return opinions;
    }

    private static Optional<Take> take(WithTakes tool, String critic) {
        return tool.takes().stream()
                .filter(take -> take.criticKey().equals(critic))
                .findFirst();
    }
}
