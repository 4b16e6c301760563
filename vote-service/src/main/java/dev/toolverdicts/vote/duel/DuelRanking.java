package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.duel.DuelRankState.Row;
import dev.toolverdicts.vote.ranking.BradleyTerry;
import dev.toolverdicts.vote.ranking.BradleyTerry.Meeting;
import dev.toolverdicts.vote.ranking.BradleyTerry.Strength;
import dev.toolverdicts.vote.ranking.RankingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Ranks the tools of one category by their duels with each other. Without clock and database: the same
/// duels give the same ranks.
final class DuelRanking {

    /// As many as readers and an event can bear.
    private static final int MOST_ROWS = 1_000;

    private static final Comparator<Row> BEST_FIRST = Comparator.comparingDouble(Row::share)
            .reversed()
            .thenComparing(Comparator.comparingLong(DuelRanking::duels).reversed())
            .thenComparing(Row::slug);

    private final RankingSettings settings;
    private final Function<UUID, String> slugs;

    /// @param slugs the present address of each tool
    DuelRanking(RankingSettings settings, Function<UUID, String> slugs) {
        this.settings = settings;
        this.slugs = slugs;
    }

    /// @param pairs both of whose tools stand in the category; each has a ballot at least
    DuelRankState of(String category, Collection<DuelState> pairs, Instant now) {
        List<Group> groups = Group.of(pairs).stream()
                .sorted(Comparator.comparingLong(Group::duels).reversed().thenComparing(this::firstSlug))
                .toList();
        var rows = new ArrayList<Row>();
        for (int number = 1; number <= groups.size(); number++) {
            rows.addAll(ranked(number, groups.get(number - 1)));
        }
        return new DuelRankState(
                category,
                0,
                groups.stream().mapToLong(Group::duels).sum(),
                groups.size(),
                rows.stream().limit(MOST_ROWS).toList(),
                now);
    }

    private String firstSlug(Group group) {
        return group.tools().stream().map(slugs).min(Comparator.naturalOrder()).orElseThrow();
    }

    private List<Row> ranked(int number, Group group) {
        Map<UUID, Integer> at = new HashMap<>();
        group.tools().forEach(tool -> at.put(tool, at.size()));
        List<Strength> strengths = BradleyTerry.of(
                at.size(), group.pairs().stream().map(pair -> meeting(pair, at)).toList(), settings.duelPrior());
        List<Row> rows = group.tools().stream()
                .map(tool -> row(number, tool, strengths.get(at.getOrDefault(tool, 0)), group))
                .sorted(BEST_FIRST)
                .toList();
        var placed = new ArrayList<Row>();
        rows.forEach(row -> placed.add(at(placed.size() + 1, row)));
        return placed;
    }

    /// A tie is half a win for each.
    private static Meeting meeting(DuelState pair, Map<UUID, Integer> at) {
        return new Meeting(
                at.getOrDefault(pair.toolA(), 0),
                at.getOrDefault(pair.toolB(), 0),
                pair.winsA() + pair.ties() / 2.0,
                pair.winsB() + pair.ties() / 2.0);
    }

    private Row row(int group, UUID tool, Strength strength, Group of) {
        long wins = 0;
        long losses = 0;
        long ties = 0;
        for (DuelState pair : of.pairs()) {
            boolean first = pair.toolA().equals(tool);
            if (first || pair.toolB().equals(tool)) {
                wins += first ? pair.winsA() : pair.winsB();
                losses += first ? pair.winsB() : pair.winsA();
                ties += pair.ties();
            }
        }
        return new Row(
                group,
                0,
                tool,
                slugs.apply(tool),
                fourDecimals(strength.share()),
                fourDecimals(strength.low(settings.z())),
                fourDecimals(strength.high(settings.z())),
                wins,
                losses,
                ties);
    }

    private static Row at(int place, Row row) {
        return new Row(
                row.group(),
                place,
                row.toolId(),
                row.slug(),
                row.share(),
                row.low(),
                row.high(),
                row.wins(),
                row.losses(),
                row.ties());
    }

    private static long duels(Row row) {
        return row.wins() + row.losses() + row.ties();
    }

    private static double fourDecimals(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
