package dev.toolverdicts.newsletter.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.newsletter.Markup;
import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import dev.toolverdicts.newsletter.issue.EntryFacts.Opponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What mail programs make of the two parts.
class IssueRendererIT extends IssueInfrastructure {

    private static final Count PANEL = new Count(3, 1);

    @Test
    void bothPartsTellTheSame() {
        IssueParts parts = renderer.render(issue("Good morning.\n\nThis week."), everyKind());
        for (String part : List.of(parts.html(), parts.text())) {
            assertThat(part)
                    .contains(
                            "Good morning.",
                            "This week.",
                            "http://localhost:8080/tool/changed",
                            "3 ship / 1 skip",
                            "Pro $15/mo → Pro $20/mo",
                            "Panel: 3 ship / 1 skip. Community: 40 % of 10 ship",
                            "Community: from 50 % of 10 ship to 75 % of 20 ship",
                            "http://localhost:8080/compare/left-vs-right",
                            "Left or Right?",
                            "Worth a look",
                            "Street 1, Town",
                            "{{unsubscribe_url}}",
                            "{{preferences_url}}")
                    .doesNotContain("left-out", "null");
        }
        assertThat(parts.text()).doesNotContain("<", "&amp;").contains("CHANGED VERDICTS", "ship to mixed");
    }

    @Test
    void theEditorsParagraphsStayApart() {
        IssueParts parts = renderer.render(issue("Good morning.\r\n\r\nThis week.\n\n\nUntil then."), everyKind());
        assertThat(parts.text()).contains("/weekly/2026-W48\n\nGood morning.\n\nThis week.\n\nUntil then.\n\n");
        assertThat(Pattern.compile("<p [^>]*>(Good morning|This week|Until then)\\.</p>")
                        .matcher(parts.html())
                        .results())
                .hasSize(3);

        assertThat(renderer.render(issue("Good morning."), everyKind()).text())
                .contains("/weekly/2026-W48\n\nGood morning.\n\n");
        assertThat(renderer.render(issue(""), everyKind()).text()).contains("/weekly/2026-W48\n\nCHANGED VERDICTS\n");
    }

    @Test
    void theHtmlIsSoundInMailPrograms() {
        String html = renderer.render(issue("Hello."), everyKind()).html();
        assertThat(Markup.faults(html)).isEmpty();
        assertThat(html).contains("<html lang=\"en\"", "role=\"presentation\"", "charset=\"utf-8\"");
        assertThat(html)
                .doesNotContain("<style", "<script", "<link", "class=", "xmlns:th", " th:", "<img", "position:");
        assertThat(Pattern.compile("<(p|h1|h2|h3|a|td)(?![^>]*style=)[^>]*>")
                        .matcher(html)
                        .results())
                .as("elements without a style of their own")
                .isEmpty();
    }

    @Test
    void theLongestIssueStaysBelowWhatMailProgramsCut() {
        var entries = new ArrayList<IssueEntry>();
        for (EntryKind kind : EntryKind.values()) {
            for (int i = 0; i < Draft.MOST_OF_A_KIND; i++) {
                entries.add(entry(entries.size(), kind, "w".repeat(100), "N".repeat(120), "t".repeat(200)));
            }
        }
        String html = renderer.render(issue("i".repeat(EditorText.LONGEST_INTRO)), entries)
                .html();
        assertThat(html.getBytes(UTF_8).length).isBetween(20_000, 100 * 1024);
    }

    @Test
    void nothingWrittenByOthersBecomesMarkupOrSomebodysLink() {
        String evil = "<script>x</script>{{unsubscribe_url}}&\"'";
        IssueParts parts = renderer.render(issue(evil), List.of(entry(1, EntryKind.PRICE_CHANGE, "slug", evil, evil)));
        assertThat(parts.html()).doesNotContain("<script>").contains("&lt;script&gt;");
        for (String part : List.of(parts.html(), parts.text())) {
            assertThat(part.split(Pattern.quote("{{unsubscribe_url}}"), -1)).hasSize(2);
        }
    }

    @Test
    void aSubjectIsOneLineThatAHeaderCanHold() {
        assertThat(Headline.subject("A\r\nBcc: x@example.org\u2028B\u0085C"))
                .isEqualTo("Weekly AI Tool Verdicts: A Bcc: x@example.org B C");
        assertThat(Headline.subject("word ".repeat(100)))
                .hasSizeLessThanOrEqualTo(150)
                .endsWith("word…");
        assertThat(Headline.subject("x".repeat(500))).hasSizeLessThanOrEqualTo(150);
    }

    private static List<IssueEntry> everyKind() {
        return Stream.of(
                        entry(1, EntryKind.CHANGED_VERDICT, "changed", "Changed", "Sample"),
                        entry(2, EntryKind.NEW_VERDICT, "new", "New", "Sample").edited(false, "Worth a look"),
                        entry(3, EntryKind.PRICE_CHANGE, "price", "Price", "Sample"),
                        entry(4, EntryKind.PANEL_COMMUNITY_GAP, "gap", "Gap", "Sample"),
                        entry(5, EntryKind.MOVER, "mover", "Mover", "Sample"),
                        entry(6, EntryKind.COMPARISON, "left", "Left", "Sample"),
                        entry(7, EntryKind.NEW_TOOL, "tool", "Tool", "Sample"),
                        entry(8, EntryKind.NEW_TOOL, "left-out", "left-out", "Sample")
                                .edited(true, null))
                .toList();
    }

    private static IssueEntry entry(int id, EntryKind kind, String slug, String name, String tagline) {
        return new IssueEntry(id, false, null, kind, new UUID(0, id), slug, Instant.EPOCH, facts(kind, name, tagline));
    }

    private static EntryFacts facts(EntryKind kind, String name, String tagline) {
        return switch (kind) {
            case CHANGED_VERDICT -> facts(name, tagline, "ship", "mixed", PANEL, null, null, null);
            case NEW_VERDICT -> facts(name, tagline, null, "ship", PANEL, null, null, null);
            case PRICE_CHANGE -> facts(name, tagline, "Pro $15/mo", "Pro $20/mo", null, null, null, null);
            case NEW_TOOL -> facts(name, tagline, null, null, null, null, null, null);
            case PANEL_COMMUNITY_GAP -> facts(name, tagline, null, "ship", PANEL, new Count(4, 6), null, null);
            case MOVER -> facts(name, tagline, null, null, null, new Count(15, 5), new Count(5, 5), null);
            case COMPARISON ->
                facts(name, tagline, null, "ship", PANEL, null, null, new Opponent("right", "Right", "skip", PANEL));
        };
    }

    private static EntryFacts facts(
            String name,
            String tagline,
            @Nullable String from,
            @Nullable String to,
            @Nullable Count panel,
            @Nullable Count community,
            @Nullable Count before,
            @Nullable Opponent other) {
        return new EntryFacts(name, tagline, from, to, panel, community, before, other);
    }

    private static Issue issue(String intro) {
        return Issue.drafted(new UUID(0, 9), "2026-W48", "Weekly AI Tool Verdicts: Changed", "author", Instant.EPOCH)
                .edited("Weekly AI Tool Verdicts: Changed", intro, Instant.EPOCH);
    }
}
