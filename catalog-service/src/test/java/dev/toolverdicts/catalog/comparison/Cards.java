package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.Facts;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Cards for tests.
record Cards(
        String name,
        ToolCard.Panel panel,
        ToolCard.Community community,
        String entry,
        @Nullable String bestFor,
        int days) {

    private static final Instant DAY = Instant.parse("2026-11-01T08:30:00Z");

    static Cards named(String name) {
        return new Cards(
                name,
                new ToolCard.Panel(0, 0, null, "pending", 4, 7),
                new ToolCard.Community(0, 0, null, null, null, false),
                "Free",
                null,
                0);
    }

    Cards panel(int ships, int skips) {
        int all = ships + skips;
        String verdict = all < 4 ? "pending" : ships > skips ? "ship" : ships == skips ? "mixed" : "skip";
        Integer pct = all == 0 ? null : Integer.valueOf(Math.round(100f * ships / all));
        return new Cards(name, new ToolCard.Panel(ships, skips, pct, verdict, 4, 7), community, entry, bestFor, days);
    }

    Cards votes(int ships, int skips, double low, double high) {
        int pct = Math.round(100f * ships / (ships + skips));
        return new Cards(
                name, panel, new ToolCard.Community(ships, skips, pct, low, high, false), entry, bestFor, days);
    }

    Cards entry(String label) {
        return new Cards(name, panel, community, label, bestFor, days);
    }

    Cards bestFor(String text) {
        return new Cards(name, panel, community, entry, text, days);
    }

    /// Whose facts nobody has looked at for so many days, by the rule of the cards.
    Cards unseenFor(int unseen) {
        return new Cards(name, panel, community, entry, bestFor, unseen);
    }

    private Fact fact() {
        return new Fact(null, DAY, DAY, null, days > Fact.CHECK_AFTER.toDays(), days > Fact.OUTDATED_AFTER.toDays());
    }

    ToolCard card() {
        return new ToolCard(
                name.toLowerCase(Locale.ROOT),
                name,
                "A sample tool",
                "A sample tool that a test made.",
                new ToolCard.Category("audio", "Audio"),
                List.of(),
                null,
                "active",
                new ToolCard.Pricing("Price of " + name, "free", null, null, null, entry, DAY),
                new ToolCard.License("MIT", "osi_open"),
                bestFor,
                null,
                null,
                new Facts(fact(), fact(), fact()),
                null,
                panel,
                community,
                DAY,
                new ToolCard.Versions(1, 1, 1));
    }

    WithTakes with(Take... takes) {
        return new WithTakes(card(), List.of(takes));
    }

    static Take take(String critic, int score) {
        return new Take(
                critic,
                "The " + critic,
                "Role of " + critic,
                score < 50 ? "skip" : "ship",
                score,
                "Sample take.",
                false,
                "ai_persona",
                null,
                null,
                null,
                1,
                DAY,
                DAY,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
