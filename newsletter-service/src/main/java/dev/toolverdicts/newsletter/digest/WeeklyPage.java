package dev.toolverdicts.newsletter.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The week as the page prints it.
record WeeklyPage(String isoWeek, String days, List<Section> sections, String asOf) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    record Section(String heading, List<Line> lines) {}

    /// @param verdict the word that also names the chip's colour; null where no verdict is told
    record Line(
            String address,
            String name,
            String tagline,
            @Nullable String verdict,
            String told) {}

    static WeeklyPage of(IsoWeek week, Digest digest) {
        var sections = List.of(DigestKind.values()).stream()
                .map(kind -> new Section(
                        heading(kind),
                        digest.items().stream()
                                .filter(entry -> entry.kind() == kind)
                                .map(WeeklyPage::line)
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        return new WeeklyPage(
                digest.isoWeek(),
                days(week.monday(), week.sunday()),
                sections,
                digest.asOf().toString());
    }

    boolean isEmpty() {
        return sections.isEmpty();
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
        boolean verdict = entry.panel() != null;
        return new Line(
                "/tool/" + entry.tool().slug(),
                entry.tool().name(),
                entry.tool().tagline(),
                verdict ? entry.to() : null,
                told(entry));
    }

    private static String told(DigestEntry entry) {
        return switch (entry.kind()) {
            case CHANGED_VERDICT -> word(entry.from()) + " → " + word(entry.to()) + counts(entry.panel());
            case NEW_VERDICT -> word(entry.to()) + counts(entry.panel());
            case PRICE_CHANGE -> entry.from() + " → " + entry.to();
            case NEW_TOOL -> "";
        };
    }

    private static String counts(DigestEntry.@Nullable Panel panel) {
        return panel == null ? "" : " · %d ship / %d skip".formatted(panel.ships(), panel.skips());
    }

    private static String word(@Nullable String verdict) {
        return verdict == null ? "" : verdict.substring(0, 1).toUpperCase(Locale.ROOT) + verdict.substring(1);
    }
}
