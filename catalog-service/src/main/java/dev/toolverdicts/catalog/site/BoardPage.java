package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.leaderboard.BoardLink;
import dev.toolverdicts.catalog.leaderboard.Leaderboard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A leaderboard as its page shows it.
record BoardPage(
        String heading,
        String counts,
        String state,
        boolean settled,
        @Nullable String note,
        List<Link> periods,
        List<BoardRow> rows,
        String holds,
        @Nullable String more,
        List<Link> past,
        String path,
        String api,
        Instant asOf,
        String asOfText) {

    private static final int SHOWN = 100;
    private static final String BEST = " Places go by the least that the votes support, not by the bare share.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    record Link(String name, String path, boolean current) {}

    static BoardPage of(Leaderboard board, List<BoardLink> siblings) {
        int shown = Math.min(SHOWN, board.rows().size());
        return new BoardPage(
                heading(board.period(), board.windowFrom(), board.key()),
                counts(board),
                state(board),
                board.state().equals("closed"),
                board.note(),
                periods(board.period()),
                board.rows().stream().limit(SHOWN).map(BoardRow::of).toList(),
                board.period().equals("trending") ? "Votes ahead, by age" : "What it hangs on",
                board.ranked() > shown
                        ? "The first %s of %s."
                                .formatted(Words.number(shown), Words.count(board.ranked(), "ranked tool"))
                        : null,
                siblings.stream()
                        .filter(link -> !link.path().equals(board.path()))
                        .map(link -> new Link(name(link.period(), link.windowFrom(), link.key()), link.path(), false))
                        .toList(),
                board.path(),
                "/api/v1/leaderboards/" + board.period() + "/" + board.key(),
                board.asOf().truncatedTo(ChronoUnit.SECONDS),
                Words.minute(board.asOf()));
    }

    private static List<Link> periods(String current) {
        return Stream.of("day", "week", "month", "all", "trending")
                .map(period -> new Link(
                        switch (period) {
                            case "day" -> "Today";
                            case "week" -> "This week";
                            case "month" -> "This month";
                            case "all" -> "All time";
                            default -> "Trending";
                        },
                        "/leaderboard/" + period,
                        period.equals(current)))
                .toList();
    }

    static String heading(String period, @Nullable Instant from, String key) {
        return switch (period) {
            case "all" -> "Best of all time";
            case "trending" -> "Trending now";
            default -> "Best of " + name(period, from, key);
        };
    }

    private static String name(String period, @Nullable Instant from, String key) {
        if (from == null) {
            return key;
        }
        LocalDate day = day(from);
        return switch (period) {
            case "day" -> DAY.format(day);
            case "week" -> "week " + Integer.parseInt(key.substring(6)) + ", " + key.substring(0, 4);
            default -> MONTH.format(day);
        };
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String counts(Leaderboard board) {
        Instant from = board.windowFrom();
        Instant to = board.windowTo();
        if (from == null || to == null) {
            return board.period().equals("all")
                    ? "Every counted vote since the first." + BEST
                    : "Votes ahead, divided by the age of the tool: it moves with every vote and with time.";
        }
        LocalDate first = day(from);
        LocalDate last = day(to).minusDays(1);
        return first.equals(last)
                ? "Votes cast on " + DAY.format(first) + ", UTC." + BEST
                : "Votes cast from " + DAY.format(first) + " to " + DAY.format(last) + ", UTC." + BEST;
    }

    private static String state(Leaderboard board) {
        Instant to = board.windowTo();
        Instant closed = board.closedAt();
        if (board.state().equals("closed") && closed != null) {
            return "Final since " + Words.minute(closed);
        }
        if (board.state().equals("reopened")) {
            return "Reopened, being counted again";
        }
        if (to == null) {
            return "Always open";
        }
        return board.asOf().isBefore(to) ? "Open until " + Words.minute(to) : "Over; the last votes are being counted";
    }
}
