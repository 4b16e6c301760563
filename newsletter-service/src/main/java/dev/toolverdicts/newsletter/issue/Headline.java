package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.issue.EntryFacts.Count;
import org.jspecify.annotations.Nullable;

/// An entry in one sentence, for subjects, events and lists.
final class Headline {

    private static final int LONGEST_SUBJECT = 150;
    private static final String TITLE = "Weekly AI Tool Verdicts";

    private Headline() {}

    static String of(IssueEntry entry) {
        EntryFacts facts = entry.facts();
        return switch (entry.kind()) {
            case CHANGED_VERDICT -> changed(facts);
            case NEW_VERDICT -> ruled(facts);
            case PRICE_CHANGE -> "%s: %s → %s".formatted(facts.name(), facts.from(), facts.to());
            case NEW_TOOL -> "New: " + facts.name();
            case PANEL_COMMUNITY_GAP ->
                "Panel %s, community %s: %s"
                        .formatted(share(facts.panel()), VoterWords.figure(facts.community()), facts.name());
            case MOVER ->
                "%s: community from %s to %s"
                        .formatted(
                                facts.name(), VoterWords.figure(facts.before()), VoterWords.figure(facts.community()));
            case COMPARISON ->
                "%s or %s?"
                        .formatted(
                                facts.name(),
                                facts.other() == null ? "" : facts.other().name());
        };
    }

    /// One line without anything that a header could take for its end, cut at a word.
    static String subject(String headline) {
        String line = (TITLE + ": " + headline)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        if (line.length() <= LONGEST_SUBJECT) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_SUBJECT - 1);
        return line.substring(0, end < TITLE.length() ? LONGEST_SUBJECT - 1 : end) + "…";
    }

    private static String changed(EntryFacts facts) {
        return "pending".equals(facts.to())
                ? facts.name() + ": no verdict for now"
                : "%s: from %s to %s".formatted(facts.name(), facts.from(), facts.to());
    }

    private static String ruled(EntryFacts facts) {
        Count panel = facts.panel();
        String counts = panel == null ? "" : ", %d to %d".formatted(panel.ships(), panel.skips());
        return switch (String.valueOf(facts.to())) {
            case "ship" -> "The panel ships %s%s".formatted(facts.name(), counts);
            case "skip" -> "The panel skips %s%s".formatted(facts.name(), counts);
            default -> "The panel is split on %s%s".formatted(facts.name(), counts);
        };
    }

    /// Of the critics, who are few and all named.
    private static String share(@Nullable Count panel) {
        return panel == null ? "?" : panel.pct() + " %";
    }
}
