package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.duel.DuelRankState.Row;
import dev.toolverdicts.vote.ranking.BradleyTerry;
import dev.toolverdicts.vote.ranking.BradleyTerry.Meeting;
import dev.toolverdicts.vote.ranking.BradleyTerry.Strength;
import dev.toolverdicts.vote.ranking.RankingSettings;
import dev.toolverdicts.vote.ranking.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

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
        long[][] ballots = ballots(group, at);
        List<Row> rows = IntStream.range(0, ballots.length)
                .mapToObj(tool -> row(number, group.tools().get(tool), strengths.get(tool), ballots[tool]))
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

    /// Wins, losses and ties of each tool; a look at all pairs for each tool would take too long.
    private static long[][] ballots(Group group, Map<UUID, Integer> at) {
        var ballots = new long[at.size()][3];
        for (DuelState pair : group.pairs()) {
            count(ballots[at.getOrDefault(pair.toolA(), 0)], pair.winsA(), pair.winsB(), pair.ties());
            count(ballots[at.getOrDefault(pair.toolB(), 0)], pair.winsB(), pair.winsA(), pair.ties());
        }
        return ballots;
    }

    private static void count(long[] of, long wins, long losses, long ties) {
        of[0] += wins;
        of[1] += losses;
        of[2] += ties;
    }

    private Row row(int group, UUID tool, Strength strength, long[] ballots) {
        return new Row(
                group,
                0,
                tool,
                slugs.apply(tool),
                Share.fourDecimals(strength.share()),
                Share.fourDecimals(strength.low(settings.z())),
                Share.fourDecimals(strength.high(settings.z())),
                ballots[0],
                ballots[1],
                ballots[2]);
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
}
