package dev.toolverdicts.catalog.dataset;

import dev.toolverdicts.catalog.card.CardQueries.WithTakes;
import dev.toolverdicts.catalog.card.Citation;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.platform.keptfiles.KeptFileRepository;
import dev.toolverdicts.platform.keptfiles.RowFiles;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What each file tells of a tool. Words that critics wrote are theirs and are not in it.
final class CatalogFiles implements AutoCloseable {

    private static final List<String> TOOLS = List.of(
            "tool",
            "name",
            "tagline",
            "category",
            "tags",
            "websiteUrl",
            "status",
            "panelVerdict",
            "panelShips",
            "panelSkips",
            "panelPct",
            "panelQuorum",
            "panelCritics",
            "ships",
            "skips",
            "pct",
            "wilsonLow",
            "wilsonHigh",
            "brigade",
            "asOf");
    private static final List<String> FACTS =
            List.of("tool", "kind", "value", "class", "amount", "currency", "period", "label", "capturedAt");
    private static final List<String> REVIEWS = List.of(
            "tool",
            "critic",
            "criticName",
            "verdict",
            "score",
            "handsOn",
            "authorKind",
            "model",
            "promptVersion",
            "sources",
            "revision",
            "publishedAt",
            "revisedAt",
            "dueAt",
            "previousVerdict",
            "verdictSince",
            "helpfulYes",
            "helpfulNo");

    private final RowFiles tools;
    private final RowFiles facts;
    private final RowFiles reviews;

    CatalogFiles(KeptFileRepository files, LocalDate day, JsonMapper json) {
        tools = RowFiles.open(files, day, "tools", TOOLS, json);
        facts = RowFiles.open(files, day, "facts", FACTS, json);
        reviews = RowFiles.open(files, day, "reviews", REVIEWS, json);
    }

    void add(WithTakes found) {
        ToolCard card = found.card();
        addTool(card);
        addFacts(card);
        found.takes().forEach(take -> addReview(card.slug(), take));
    }

    private void addTool(ToolCard card) {
        ToolCard.Panel panel = card.panel();
        ToolCard.Community community = card.community();
        tools.add(
                card.slug(),
                card.name(),
                card.tagline(),
                card.category().key(),
                card.tags(),
                card.websiteUrl(),
                card.status(),
                panel.verdict(),
                panel.ships(),
                panel.skips(),
                panel.pct(),
                panel.quorum(),
                panel.critics(),
                community.ships(),
                community.skips(),
                community.pct(),
                community.wilsonLow(),
                community.wilsonHigh(),
                community.brigade(),
                card.asOf());
    }

    private void addFacts(ToolCard card) {
        ToolCard.Pricing price = card.pricing();
        facts.add(
                card.slug(),
                "price",
                price.text(),
                price.model(),
                price.entryAmount(),
                price.currency(),
                price.period(),
                price.entryLabel(),
                price.capturedAt());
        addFact(card, "license", card.license().spdx(), card.license().licenseClass());
        addFact(card, "bestFor", card.bestFor(), null);
        addFact(card, "notFor", card.notFor(), null);
    }

    private void addFact(ToolCard card, String kind, @Nullable String value, @Nullable String itsClass) {
        if (value != null || itsClass != null) {
            facts.add(card.slug(), kind, value, itsClass, null, null, null, null, null);
        }
    }

    private void addReview(String slug, Take take) {
        List<Citation> sources = take.citations();
        reviews.add(
                slug,
                take.criticKey(),
                take.criticName(),
                take.verdict(),
                take.score(),
                take.handsOn(),
                take.authorKind(),
                take.model(),
                take.promptVersion(),
                sources == null ? null : sources.size(),
                take.revision(),
                take.publishedAt(),
                take.revisedAt(),
                take.dueAt(),
                take.previousVerdict(),
                take.verdictSince(),
                take.helpfulYes(),
                take.helpfulNo());
    }

    @Override
    public void close() {
        tools.close();
        facts.close();
        reviews.close();
    }
}
