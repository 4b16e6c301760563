package dev.toolverdicts.newsletter.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.digest.Digest;
import dev.toolverdicts.newsletter.digest.DigestEntry;
import dev.toolverdicts.newsletter.digest.DigestKind;
import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.issue.IssueText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyPageTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2026-W48").orElseThrow();
    private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final DigestEntry.ToldTool TOOL =
            new DigestEntry.ToldTool("mistral-3b", "Mistral 3B", "A small open model");

    @Test
    void eachKindIsToldInItsOwnWords() {
        var page = page(
                new DigestEntry(
                        DigestKind.CHANGED_VERDICT, TOOL, "ship", "mixed", new DigestEntry.PanelCounts(2, 2), THEN),
                new DigestEntry(DigestKind.NEW_VERDICT, TOOL, null, "ship", new DigestEntry.PanelCounts(3, 1), THEN),
                new DigestEntry(DigestKind.PRICE_CHANGE, TOOL, "Pro $15/mo", "Pro $20/mo", null, THEN),
                new DigestEntry(DigestKind.NEW_TOOL, TOOL, null, null, null, THEN));

        assertThat(page.sections())
                .extracting(IssueText.Block::heading)
                .containsExactly("Changed verdicts", "New verdicts", "Price changes", "New tools");
        assertThat(page.sections())
                .extracting(section -> section.lines().getFirst().told())
                .containsExactly("2 ship / 2 skip", "3 ship / 1 skip", "Pro $15/mo → Pro $20/mo", "");
        assertThat(page.sections())
                .extracting(section -> section.lines().getFirst().before())
                .containsExactly("ship", null, null, null);
        assertThat(page.sections())
                .extracting(section -> section.lines().getFirst().verdict())
                .containsExactly("mixed", "ship", null, null);
    }

    @Test
    void aWeekWithoutNewsHasNoSections() {
        assertThat(page().sections()).isEmpty();
        assertThat(page().days()).isEqualTo("23 November to 29 November 2026");
    }

    @Test
    void aWeekAcrossTwoYearsNamesBoth() {
        var week = IsoWeek.parse("2026-W53").orElseThrow();
        var digest = new Digest(week.toString(), week.start(), week.end(), List.of(), THEN);
        assertThat(WeeklyPage.of(week, digest).days()).isEqualTo("28 December 2026 to 3 January 2027");
    }

    private static WeeklyPage page(DigestEntry... entries) {
        return WeeklyPage.of(WEEK, new Digest(WEEK.toString(), WEEK.start(), WEEK.end(), List.of(entries), THEN));
    }
}
