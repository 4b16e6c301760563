package dev.toolverdicts.newsletter.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Pattern;

/// A week of UTC days from Monday to Sunday, named as in ISO 8601: the week that holds a year's first Thursday is its
/// first.
public record IsoWeek(LocalDate monday) {

    private static final Pattern NAME = Pattern.compile("(\\d{4})-W(\\d{2})");

    public IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week starts on Monday");
        }
    }

    public static IsoWeek of(Instant instant) {
        return new IsoWeek(instant.atOffset(ZoneOffset.UTC).toLocalDate().with(DayOfWeek.MONDAY));
    }

    public static Optional<IsoWeek> parse(String name) {
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        // The fourth of January is always in the first week.
        var first = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4).with(DayOfWeek.MONDAY);
        var week = new IsoWeek(first.plusWeeks(Integer.parseInt(parts.group(2)) - 1L));
        return Optional.of(week).filter(named -> named.toString().equals(name));
    }

    public Instant start() {
        return monday.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// The first moment after the week.
    public Instant end() {
        return monday.plusWeeks(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    @Override
    public String toString() {
        return "%04d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
