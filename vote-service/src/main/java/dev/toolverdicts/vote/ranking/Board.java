package dev.toolverdicts.vote.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts contenders into places.
final class Board {

    private final RankingSettings settings;
    private final Trending trending;
    private final FairStart fairStart;

    Board(RankingSettings settings) {
        this.settings = settings;
        trending = new Trending(settings);
        fairStart = new FairStart(settings);
    }

    /// @param ranked how many have a place
    record Places(int ranked, List<LeaderboardState.Row> rows) {}

    /// By the lower end of the interval.
    Places best(List<Contender> contenders, Map<UUID, Double> momentum) {
        return best(contenders, momentum, null);
    }

    /// @param drawnAt new tools draw their places at this moment; null when every place is earned
    Places best(List<Contender> contenders, Map<UUID, Double> momentum, @Nullable Instant drawnAt) {
        List<Contender> earned = contenders.stream().sorted(Contender.BEST).toList();
        FairStart.Drawn drawn =
                drawnAt == null ? new FairStart.Drawn(earned, Set.of()) : fairStart.draw(earned, drawnAt);
        var robustness = new Robustness(drawn.order(), settings.z());
        var rows = new ArrayList<LeaderboardState.Row>();
        for (int at = 0; at < Math.min(drawn.order().size(), settings.boardSize()); at++) {
            Contender tool = drawn.order().get(at);
            boolean byLot = drawn.byLot().contains(tool.toolId());
            // Among drawn places no number of votes decides.
            Long held = drawn.byLot().isEmpty() ? (Long) robustness.of(at) : null;
            rows.add(row(at, tool, held, byLot, momentum.get(tool.toolId()), null));
        }
        return new Places(earned.size(), rows);
    }

    /// By votes ahead, divided by age; who is not ahead has no place.
    Places trending(List<Contender> contenders, Map<UUID, Double> momentum, Set<UUID> flagged, Instant now) {
        record Scored(Contender tool, double score) {}
        List<Scored> order = contenders.stream()
                .map(tool -> new Scored(
                        tool,
                        trending.score(
                                tool.ships(),
                                tool.skips(),
                                Duration.between(tool.createdAt(), now),
                                flagged.contains(tool.toolId()))))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score)
                        .thenComparingDouble(scored -> scored.tool().interval().low())
                        .reversed()
                        .thenComparing(Scored::tool, Contender.NEWEST))
                .toList();
        var rows = new ArrayList<LeaderboardState.Row>();
        for (int at = 0; at < Math.min(order.size(), settings.trendingSize()); at++) {
            Scored scored = order.get(at);
            rows.add(row(
                    at, scored.tool(), null, false, momentum.get(scored.tool().toolId()), scored.score()));
        }
        return new Places(order.size(), rows);
    }

    private static LeaderboardState.Row row(
            int at,
            Contender tool,
            @Nullable Long robustness,
            boolean byLot,
            @Nullable Double momentum,
            @Nullable Double score) {
        return new LeaderboardState.Row(
                at + 1,
                tool.toolId(),
                tool.slug(),
                tool.ships(),
                tool.skips(),
                tool.interval().low(),
                tool.interval().high(),
                robustness,
                byLot,
                momentum,
                score);
    }
}
