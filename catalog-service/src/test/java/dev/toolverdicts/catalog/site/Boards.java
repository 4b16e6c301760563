package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Boards for the page tests: each tool has 9 of 12 votes less one ship per place.
final class Boards {

    static final Instant AS_OF = Instant.parse("2026-11-24T18:40:00Z");

    static Leaderboard of(String period, ToolCard... tools) {
        boolean trending = period.equals("trending");
        var rows = new ArrayList<Leaderboard.Row>();
        for (ToolCard tool : tools) {
            int place = rows.size() + 1;
            rows.add(row(place, tool, 10L - place, 3, trending ? null : Long.valueOf(place), trending ? 1.25 : null));
        }
        return switch (period) {
            case "day" -> board(period, "2026-11-24", "2026-11-24", "2026-11-25", rows);
            case "week" -> board(period, "2026-W48", "2026-11-23", "2026-11-30", rows);
            case "month" -> board(period, "2026-11", "2026-11-01", "2026-12-01", rows);
            default -> new Leaderboard(period, period, "open", null, null, null, null, rows.size(), rows, AS_OF);
        };
    }

    static Leaderboard.Row row(
            int place, ToolCard tool, long ships, long skips, @Nullable Long robustness, @Nullable Double score) {
        ToolCard.Community tally = Samples.tally(ships, skips);
        Double low = tally.wilsonLow();
        Double high = tally.wilsonHigh();
        return new Leaderboard.Row(
                place,
                new UUID(0, place),
                tool.slug(),
                tool.name(),
                ships,
                skips,
                tally.pct(),
                low == null ? 0 : low,
                high == null ? 1 : high,
                robustness,
                false,
                null,
                score,
                tool);
    }

    private static Leaderboard board(String period, String key, String from, String to, List<Leaderboard.Row> rows) {
        return new Leaderboard(
                period, key, "open", start(from), start(to), null, null, rows.size(), List.copyOf(rows), AS_OF);
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Boards() {}
}
