package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An issue in words, the same for mail, page and feed: entries that are not dropped in the editor's
/// order, those of one kind that follow each other under one heading.
///
/// @param intro the editor's words, by paragraph
public record IssueText(String isoWeek, String subject, List<String> intro, List<Block> blocks) {

    public record Block(String heading, List<Line> lines) {}

    /// @param before the verdict before; null where there was none
    /// @param verdict the verdict now; null where no verdict is told
    /// @param told the counts or prices; empty for none
    /// @param note what the editor adds
    public record Line(
            String name,
            String path,
            @Nullable String before,
            @Nullable String verdict,
            String told,
            String tagline,
            @Nullable String note) {}

    /// As it is shown to everybody, by now.
    static IssueText of(Issue issue, List<IssueEntry> entries, TakenDown down) {
        IssueText text = of(down.shown(issue), down.shown(entries));
        long missing = down.missing(entries);
        if (missing == 0) {
            return text;
        }
        var intro = new ArrayList<>(text.intro());
        intro.add(missing == 1 ? "One entry was taken down." : missing + " entries were taken down.");
        return new IssueText(text.isoWeek(), text.subject(), List.copyOf(intro), text.blocks());
    }

    static IssueText of(Issue issue, List<IssueEntry> entries) {
        var blocks = new ArrayList<Block>();
        EntryKind last = null;
        for (IssueEntry entry : entries) {
            if (entry.dropped()) {
                continue;
            }
            if (entry.kind() != last) {
                blocks.add(new Block(entry.kind().heading(), new ArrayList<>()));
                last = entry.kind();
            }
            blocks.getLast().lines().add(line(entry));
        }
        return new IssueText(
                issue.isoWeek(), plain(issue.subject()), paragraphs(plain(issue.intro())), List.copyOf(blocks));
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R\\s*\\R|\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static Line line(IssueEntry entry) {
        EntryFacts facts = entry.facts();
        boolean ruling = entry.kind() == EntryKind.CHANGED_VERDICT || entry.kind() == EntryKind.NEW_VERDICT;
        return new Line(
                plain(entry.kind() == EntryKind.COMPARISON ? Headline.of(entry) : facts.name()),
                entry.address(),
                ruling ? facts.from() : null,
                ruling ? facts.to() : null,
                plain(told(entry.kind(), facts)),
                entry.kind() == EntryKind.COMPARISON ? "" : plain(facts.tagline()),
                entry.note() == null ? null : plain(entry.note()));
    }

    private static String told(EntryKind kind, EntryFacts facts) {
        return switch (kind) {
            case CHANGED_VERDICT, NEW_VERDICT -> critics(facts.panel());
            case PRICE_CHANGE -> facts.from() + " → " + facts.to();
            case NEW_TOOL -> "";
            case PANEL_COMMUNITY_GAP ->
                "Panel: " + critics(facts.panel()) + ". Community: " + VoterWords.told(facts.community());
            case MOVER ->
                "Community: from " + VoterWords.told(facts.before()) + " to " + VoterWords.told(facts.community());
            case COMPARISON -> against(facts);
        };
    }

    private static String against(EntryFacts facts) {
        EntryFacts.Opponent other = facts.other();
        return other == null
                ? ""
                : "%s: %s, %s. %s: %s, %s"
                        .formatted(
                                facts.name(),
                                facts.to(),
                                critics(facts.panel()),
                                other.name(),
                                other.verdict(),
                                critics(other.panel()));
    }

    /// Nothing in a text may be taken for the place of a recipient's own link.
    private static String plain(String text) {
        return text.replaceAll("\\{(?=\\{)", "{ ");
    }

    private static String critics(@Nullable Count panel) {
        return panel == null ? "" : "%d ship / %d skip".formatted(panel.ships(), panel.skips());
    }
}
