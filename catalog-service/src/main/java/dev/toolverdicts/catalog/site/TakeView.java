package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.TakePage.Given;
import dev.toolverdicts.catalog.comparison.Comparison.Opinion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One critic's words on one tool. The body is text: markup in it is shown, never obeyed.
record TakeView(
        @Nullable String criticKey,
        String criticName,
        String criticRole,
        VerdictView verdict,
        int score,
        List<String> paragraphs,
        String disclosure,
        @Nullable LocalDate date,
        int revision,
        @Nullable ToolView tool,
        @Nullable TakeNotes notes,
        boolean empty) {

    static final TakeView NONE =
            new TakeView(null, "", "", VerdictView.of("pending"), 0, List.of(), "", null, 0, null, null, true);

    /// On the page of its tool.
    static TakeView of(Take take, String slug, Instant now) {
        return of(take, null, TakeNotes.of(take, slug, now));
    }

    /// On the page of its critic.
    static TakeView of(Given given, Instant now) {
        return of(
                given.take(),
                ToolView.of(given.tool()),
                TakeNotes.of(given.take(), given.tool().slug(), now));
    }

    static TakeView of(@Nullable Opinion opinion) {
        return opinion == null
                ? NONE
                : new TakeView(
                        null,
                        "",
                        "",
                        VerdictView.of(opinion.verdict()),
                        opinion.score(),
                        Words.paragraphs(Take.read(opinion.body())),
                        "",
                        null,
                        0,
                        null,
                        null,
                        false);
    }

    private static TakeView of(Take take, @Nullable ToolView tool, TakeNotes notes) {
        return new TakeView(
                take.criticKey(),
                take.criticName(),
                take.criticRole(),
                VerdictView.of(take.verdict()),
                take.score(),
                Words.paragraphs(Take.read(take.body())),
                Authors.disclosure(take),
                day(latest(take)),
                take.revision(),
                tool,
                notes,
                false);
    }

    static Instant latest(Take take) {
        return take.revisedAt().isAfter(take.publishedAt()) ? take.revisedAt() : take.publishedAt();
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
