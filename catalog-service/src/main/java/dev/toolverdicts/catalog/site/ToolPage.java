package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A tool's own page.
record ToolPage(
        ToolView tool,
        List<TakeView> takes,
        String reviewed,
        String ruling,
        List<Pair> pairs,
        String share,
        BallotView ballot,
        String api,
        Instant asOf) {

    static ToolPage of(ToolCard card, List<Take> takes, List<ToolCard> others, BallotView ballot, String address) {
        ToolView tool = ToolView.of(card);
        return new ToolPage(
                tool,
                takes.stream().map(TakeView::of).toList(),
                takes.stream()
                        .map(TakeView::latest)
                        .max(Instant::compareTo)
                        .map(latest -> TakeView.day(latest).toString())
                        .orElse("Not yet"),
                ruling(card.panel()),
                Pair.with(card, others, 6),
                share(tool, address),
                ballot,
                "/api/v1/tools/" + card.slug(),
                card.asOf());
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
