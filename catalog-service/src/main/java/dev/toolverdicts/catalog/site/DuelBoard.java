package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.duel.DuelRank;
import dev.toolverdicts.catalog.site.CommunityView.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tools of a category as duels rank them.
record DuelBoard(String counts, List<Group> groups, Instant asOf, String asOfText) {

    private static final int MOST_GROUPS = 5;
    private static final int MOST_ROWS = 25;
    /// Tools that duels connect.
    record Group(String heading, List<Row> rows) {}

    /// @param interval null where there are too few duels for a share
    record Row(
            int place,
            String slug,
            String name,
            String figure,
            @Nullable Interval interval,
            String text) {}

    /// Null where nobody has chosen between two of the tools.
    static @Nullable DuelBoard of(DuelRank rank) {
        if (rank.rows().isEmpty()) {
            return null;
        }
        var byGroup = rank.rows().stream()
                .collect(Collectors.groupingBy(DuelRank.Row::group, TreeMap::new, Collectors.toList()));
        List<Group> groups = byGroup.values().stream()
                .limit(MOST_GROUPS)
                .map(rows -> group(rows, byGroup.size()))
                .toList();
        return new DuelBoard(
                counts(rank, byGroup.size()),
                groups,
                rank.asOf().truncatedTo(ChronoUnit.SECONDS),
                Words.minute(rank.asOf()));
    }

    Stream<String> slugs() {
        return groups.stream().flatMap(group -> group.rows().stream()).map(Row::slug);
    }

    private static String counts(DuelRank rank, int groups) {
        String from = "From " + Words.count(rank.duels(), "choice") + " between two tools of this category.";
        if (groups == 1) {
            return from;
        }
        String apart = from + " No chain of choices connects the " + groups
                + " groups: tools of different groups are unranked against each other.";
        return groups > MOST_GROUPS ? apart + " The " + MOST_GROUPS + " with most choices are shown." : apart;
    }

    private static Group group(List<DuelRank.Row> rows, int groups) {
        String names = rows.stream().limit(2).map(row -> row.tool().name()).collect(Collectors.joining(", "));
        return new Group(
                groups == 1 ? "Ranked by duels" : "Ranked by duels: " + names + (rows.size() > 2 ? " and others" : ""),
                rows.stream().limit(MOST_ROWS).map(DuelBoard::row).toList());
    }

    private static Row row(DuelRank.Row row) {
        long duels = row.wins() + row.losses() + row.ties();
        String record = "%s, %s, %s"
                .formatted(
                        Words.count(row.wins(), "win"),
                        row.losses() == 1 ? "1 loss" : Words.number(row.losses()) + " losses",
                        Words.count(row.ties(), "tie"));
        if (!ToolCard.Community.areEnough(duels)) {
            return new Row(row.place(), row.tool().slug(), row.tool().name(), record, null, "too few for a percentage");
        }
        return new Row(
                row.place(),
                row.tool().slug(),
                row.tool().name(),
                Math.round(100 * row.share()) + "%",
                new Interval(
                        Words.percent(100 * row.low()),
                        Words.percent(100 * (row.high() - row.low())),
                        Words.percent(100 * row.share())),
                "likely %d–%d%% · %s".formatted(Math.round(100 * row.low()), Math.round(100 * row.high()), record));
    }
}
