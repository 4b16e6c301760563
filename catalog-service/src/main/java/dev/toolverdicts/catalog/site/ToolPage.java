package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.critic.Assignment;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.history.Past;
import dev.toolverdicts.catalog.voice.ToolVoice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tool's own page.
record ToolPage(
        ToolView tool,
        List<TakeView> takes,
        List<RoleRow> roles,
        List<ReasonView> reasons,
        @Nullable String stillToCome,
        String reviewed,
        String ruling,
        PastView past,
        List<Pair> pairs,
        String share,
        Embed embed,
        BallotView ballot,
        String api,
        Instant asOf,
        String asOfText) {

    /// @param panel in its order; asked about only while the verdict is pending
    static ToolPage of(
            ToolCard card,
            List<Take> takes,
            List<CriticProfile> panel,
            List<ToolCard> others,
            Past past,
            ToolVoice voice,
            BallotView ballot,
            PageSettings settings,
            Instant now) {
        ToolView tool = ToolView.of(card);
        return new ToolPage(
                tool,
                takes.stream().map(take -> TakeView.of(take, card.slug(), now)).toList(),
                RoleRows.of(takes, voice),
                voice.reasons().stream().map(ReasonView::of).toList(),
                stillToCome(card, takes, panel),
                reviewed(card, takes, now),
                ruling(card.panel()),
                PastView.of(past, card.facts().price()),
                Pair.with(card, others, 6),
                share(tool, settings.address("/tool/" + card.slug())),
                Embed.of(card, settings),
                ballot,
                "/api/v1/tools/" + card.slug(),
                card.asOf().truncatedTo(ChronoUnit.SECONDS),
                Words.minute(card.asOf()));
    }

    /// The same page as it may be kept: with nobody's vote, and without voters' words, which must not come
    /// back once they were taken back or rejected.
    ToolPage toKeep(BallotView nobodys) {
        return new ToolPage(
                tool,
                takes,
                roles,
                List.of(),
                stillToCome,
                reviewed,
                ruling,
                past,
                pairs,
                share,
                embed,
                nobodys,
                api,
                asOf,
                asOfText);
    }

    /// Whose reviews are awaited while the verdict is pending; null when nobody's are.
    private static @Nullable String stillToCome(ToolCard card, List<Take> takes, List<CriticProfile> panel) {
        if (!card.panel().verdict().equals("pending")) {
            return null;
        }
        String names = Assignment.of(card, takes, panel).open().stream()
                .map(Assignment.Assigned::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : "Assigned, still to come: " + names + ".";
    }

    private static String reviewed(ToolCard card, List<Take> takes, Instant now) {
        String latest = takes.stream()
                .map(TakeView::latest)
                .max(Instant::compareTo)
                .map(time -> TakeView.day(time).toString())
                .orElse("Not yet");
        long due = takes.stream().filter(take -> TakeNotes.isDue(take, now)).count();
        return due == 0
                ? latest
                : "%s · %s of %s due for another look%s"
                        .formatted(
                                latest,
                                Words.number(due),
                                Words.count(takes.size(), "review"),
                                after(card.latestRelease(), takes, now));
    }

    /// Which release makes a review due, when it is not its age alone.
    private static String after(ToolCard.@Nullable LatestRelease release, List<Take> takes, Instant now) {
        return release != null
                        && takes.stream()
                                .filter(take -> TakeNotes.isDue(take, now))
                                .anyMatch(take -> TakeView.day(take.revisedAt()).isBefore(release.releasedOn()))
                ? ", since %s came out on %s".formatted(release.label(), release.releasedOn())
                : "";
    }

    private static String ruling(ToolCard.Panel panel) {
        String counts = Words.count(panel.ships(), "ship") + ", " + Words.count(panel.skips(), "skip");
        int missing = panel.quorum() - panel.ships() - panel.skips();
        return panel.verdict().equals("pending")
                ? counts + ". A verdict needs " + Words.count(Math.max(1, missing), "more review") + "."
                : counts + " from " + (panel.ships() + panel.skips()) + " of " + panel.critics() + " critics.";
    }

    /// The text people paste elsewhere; it follows the verdict.
    static String share(ToolView tool, String address) {
        PanelView panel = tool.panel();
        return "%s: %s%n%s from the expert panel (%s)%n%s"
                .formatted(
                        tool.name(),
                        panel.verdict().word().toUpperCase(Locale.ROOT),
                        Words.count(panel.ships(), "ship") + " · " + Words.count(panel.skips(), "skip"),
                        panel.reach(),
                        address)
                .replace(System.lineSeparator(), "\n");
    }
}
