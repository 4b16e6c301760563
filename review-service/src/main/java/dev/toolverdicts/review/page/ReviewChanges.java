package dev.toolverdicts.review.page;

import static dev.toolverdicts.review.page.SitePage.escaped;
import static java.util.stream.Collectors.joining;

import dev.toolverdicts.review.review.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What changed from text to text, the latest first, as HTML.
final class ReviewChanges {

    private static final int SHOWN = 20;

    private ReviewChanges() {}

    /// @param revisions all of them, the latest first
    static String of(List<Revision> revisions) {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i + 1 < revisions.size() && i < SHOWN; i++) {
            changes.add(change(revisions.get(i), revisions.get(i + 1)));
        }
        String what = changes.isEmpty()
                ? "<p class=\"quiet\">This is the first text. When it is written anew, it stays here, and why.</p>"
                : String.join("\n", changes);
        return """
                <section class="section" aria-labelledby="changes">
                <h2 id="changes">What changed</h2>
                %s
                </section>""".formatted(what);
    }

    private static String change(Revision revision, Revision before) {
        return """
                <h3 class="after">Revision %d · %s</h3>
                <p>%s</p>
                <p>%s</p>
                %s""".formatted(
                        revision.revision(),
                        Words.day(revision.revisedAt()),
                        turn(revision, before),
                        why(revision.reason()),
                        texts(revision.body(), before));
    }

    private static String turn(Revision revision, Revision before) {
        String score = revision.score() == before.score()
                ? "the score stays %d.".formatted(revision.score())
                : "the score goes from %d to %d.".formatted(before.score(), revision.score());
        return revision.turnsVerdict()
                ? "From %s to %s; %s".formatted(Words.chip(before.verdict()), Words.chip(revision.verdict()), score)
                : "The verdict stays %s; %s".formatted(Words.chip(revision.verdict()), score);
    }

    private static String why(@Nullable String reason) {
        return reason == null ? "<span class=\"quiet\">No reason was given.</span>" : "Why: " + escaped(reason);
    }

    /// What was withdrawn is not shown, neither by itself nor by what differs from it.
    private static String texts(@Nullable String text, Revision before) {
        String old = before.body();
        if (old == null) {
            Instant withdrawnAt = before.withdrawnAt();
            return "<p class=\"quiet\">The text before was withdrawn%s and is not shown.</p>"
                    .formatted(withdrawnAt == null ? "" : " on " + Words.day(withdrawnAt));
        }
        String whole =
                """
                <details><summary>Revision %d in full</summary>
                <blockquote>%s</blockquote>
                %s
                </details>""".formatted(before.revision(), Words.paragraphs(old, List.of()), Words.sources(before.citations()));
        return text == null || text.equals(old) ? whole : difference(old, text) + "\n" + whole;
    }

    private static String difference(String before, String after) {
        return TextDiff.of(before, after).stream()
                .map(piece -> switch (piece.kind()) {
                    case KEPT -> escaped(piece.text());
                    case GONE -> "<del>%s</del>".formatted(escaped(piece.text()));
                    case NEW -> "<ins>%s</ins>".formatted(escaped(piece.text()));
                })
                .collect(joining("", "<details><summary>What differs in the text</summary>\n<p>", "</p>\n</details>"));
    }
}
