package dev.toolverdicts.newsletter.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The week as the page prints it.
///
/// @param asOf null while nothing has arrived at all
record WeeklyPage(
        String isoWeek,
        String days,
        List<Section> sections,
        @Nullable String asOf) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    record Section(String heading, List<Line> lines) {}

    /// @param before the verdict before; null where there was none
    /// @param verdict the verdict now; null where no verdict is told
    /// @param told the counts behind a verdict, or the prices
    record Line(
            String address,
            String name,
            String tagline,
            @Nullable String before,
            @Nullable String verdict,
            String told) {}

    static WeeklyPage of(IsoWeek week, Digest digest) {
        var sections = List.of(DigestKind.values()).stream()
                .map(kind -> new Section(
                        heading(kind),
                        digest.entries().stream()
                                .filter(entry -> entry.kind() == kind)
                                .map(WeeklyPage::line)
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        return new WeeklyPage(
                digest.isoWeek(),
                days(week.monday(), week.sunday()),
                sections,
                digest.asOf().equals(Instant.EPOCH) ? null : digest.asOf().toString());
    }

    private static String days(LocalDate monday, LocalDate sunday) {
        String from = monday.getYear() == sunday.getYear() ? DAY.format(monday) : DATE.format(monday);
        return from + " to " + DATE.format(sunday);
    }

    private static String heading(DigestKind kind) {
        return switch (kind) {
            case CHANGED_VERDICT -> "Changed verdicts";
            case NEW_VERDICT -> "New verdicts";
            case PRICE_CHANGE -> "Price changes";
            case NEW_TOOL -> "New tools";
        };
    }

    private static Line line(DigestEntry entry) {
        DigestEntry.PanelCounts panel = entry.panel();
        return new Line(
                "/tool/" + entry.tool().slug(),
                entry.tool().name(),
                entry.tool().tagline(),
                panel == null ? null : entry.from(),
                panel == null ? null : entry.to(),
                panel == null ? prices(entry) : "%d ship / %d skip".formatted(panel.ships(), panel.skips()));
    }

    private static String prices(DigestEntry entry) {
        return entry.kind() == DigestKind.PRICE_CHANGE ? entry.from() + " → " + entry.to() : "";
    }
}
