package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.digest.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days as the pages print them.
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Days() {}

    static String of(IsoWeek week) {
        LocalDate monday = week.monday();
        LocalDate sunday = week.sunday();
        String from = monday.getYear() == sunday.getYear() ? DAY.format(monday) : DATE.format(monday);
        return from + " to " + DATE.format(sunday);
    }

    static String of(Instant moment) {
        return DATE.format(moment.atOffset(ZoneOffset.UTC));
    }
}
