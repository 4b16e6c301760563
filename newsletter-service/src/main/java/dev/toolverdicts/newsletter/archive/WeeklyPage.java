package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.digest.Digest;
import dev.toolverdicts.newsletter.digest.DigestEntry;
import dev.toolverdicts.newsletter.digest.DigestKind;
import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.issue.IssueText.Block;
import dev.toolverdicts.newsletter.issue.IssueText.Line;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The running week as the page prints it.
///
/// @param asOf null while nothing has arrived at all
record WeeklyPage(
        String isoWeek,
        String days,
        List<Block> sections,
        @Nullable String asOf) {

    static WeeklyPage of(IsoWeek week, Digest digest) {
        var sections = List.of(DigestKind.values()).stream()
                .map(kind -> new Block(
                        heading(kind),
                        digest.entries().stream()
                                .filter(entry -> entry.kind() == kind)
                                .map(WeeklyPage::line)
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        return new WeeklyPage(
                digest.isoWeek(),
                Days.of(week),
                sections,
                digest.asOf().equals(Instant.EPOCH)
                        ? null
                        : digest.asOf().truncatedTo(ChronoUnit.SECONDS).toString());
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
                entry.tool().name(),
                "/tool/" + entry.tool().slug(),
                panel == null ? null : entry.from(),
                panel == null ? null : entry.to(),
                panel == null ? prices(entry) : "%d ship / %d skip".formatted(panel.ships(), panel.skips()),
                entry.tool().tagline(),
                null);
    }

    private static String prices(DigestEntry entry) {
        return entry.kind() == DigestKind.PRICE_CHANGE ? entry.from() + " → " + entry.to() : "";
    }
}
