package dev.toolverdicts.vote.ranking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which votes a board counts: those cast on days of UTC from one up to another.
///
/// @param key which day, ISO week or month it is; null when every vote counts
/// @param to the first day after it
record Window(
        Period period,
        @Nullable String key,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    static Window all(Period period) {
        return new Window(period, null, null, null);
    }

    static Window of(Period period, LocalDate day) {
        return switch (period) {
            case DAY -> new Window(period, day.toString(), day, day.plusDays(1));
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                String key = String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        monday.get(IsoFields.WEEK_BASED_YEAR),
                        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
                yield new Window(period, key, monday, monday.plusWeeks(1));
            }
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield new Window(period, MONTH.format(first), first, first.plusMonths(1));
            }
            case ALL, TRENDING -> all(period);
        };
    }

    /// The day, week and month a day belongs to.
    static List<Window> with(LocalDate day) {
        return List.of(of(Period.DAY, day), of(Period.WEEK, day), of(Period.MONTH, day));
    }

    String boardKey() {
        return key == null ? period.word() : period.word() + ":" + key;
    }

    @Nullable
    Instant start() {
        return from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Nullable
    Instant end() {
        return to == null ? null : to.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    boolean isOver(Instant now) {
        Instant end = end();
        return end != null && !now.isBefore(end);
    }
}
