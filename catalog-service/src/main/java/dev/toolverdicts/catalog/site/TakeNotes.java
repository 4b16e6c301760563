package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Take;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands below a take: its sources, its turn, whether it is due for another look, and what
/// readers say of it.
///
/// @param page where the whole history of the review is
/// @param turn from which verdict to which, when and why; null while it never turned
record TakeNotes(String page, List<Cited> sources, @Nullable String turn, boolean due, String helpful) {

    /// @param address null when it is no web address, whatever the data says
    record Cited(int id, @Nullable String address, String name) {}

    /// @param slug of the tool
    static TakeNotes of(Take take, String slug, Instant now) {
        List<Citation> citations = take.citations();
        return new TakeNotes(
                "/tool/" + slug + "/reviews/" + take.criticKey(),
                citations == null
                        ? List.of()
                        : citations.stream().map(TakeNotes::cited).toList(),
                turn(take),
                isDue(take, now),
                helpful(take));
    }

    static boolean isDue(Take take, Instant now) {
        Instant dueAt = take.dueAt();
        return dueAt != null && !now.isBefore(dueAt);
    }

    private static Cited cited(Citation citation) {
        String title = citation.title();
        return new Cited(citation.id(), ToolView.webAddress(citation.url()), title == null ? citation.url() : title);
    }

    private static @Nullable String turn(Take take) {
        String before = take.previousVerdict();
        Instant since = take.verdictSince();
        if (before == null || since == null) {
            return null;
        }
        String reason = take.changeReason();
        return "Turned from %s to %s on %s. %s"
                .formatted(
                        VerdictView.of(before).word(),
                        VerdictView.of(take.verdict()).word(),
                        TakeView.day(since),
                        reason == null ? "No reason was given." : "Why: " + reason);
    }

    private static String helpful(Take take) {
        Integer yes = take.helpfulYes();
        Integer no = take.helpfulNo();
        return yes == null || no == null || yes + no == 0
                ? ""
                : Words.number(yes) + " of " + Words.count(yes + no, "reader") + " said yes";
    }
}
