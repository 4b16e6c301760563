package dev.toolverdicts.catalog.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.toolverdicts.catalog.category.Category;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a tool as `catalog.tool.v1` carries it.
record ToolEvent(
        UUID toolId,
        long version,
        String slug,
        List<String> previousSlugs,
        String name,
        String tagline,
        String summary,
        InCategory category,
        List<String> tags,
        @Nullable String websiteUrl,
        String status,
        Instant statusSince,
        @Nullable String previousStatus,
        Price pricing,
        Instant pricingSince,
        @Nullable Price previousPricing,
        License license,
        @Nullable String bestFor,
        @Nullable String notFor,
        @Nullable String reviewedOn,
        Instant createdAt,
        Instant updatedAt,
        @Nullable TakenDown takenDown,
        @Nullable String repoUrl,
        FactStates facts,
        @Nullable ToolRelease latestRelease) {

    static final String TOPIC = "catalog.tool.v1";
    static final String TYPE = "dev.toolverdicts.tool.state";

    record InCategory(String key, String name) {}

    record Price(
            String text,
            String model,
            @Nullable BigDecimal entryAmount,
            @Nullable String currency,
            @Nullable String period,
            String entryLabel,
            Instant capturedAt) {

        static Price of(Pricing pricing, String licenseClass) {
            return new Price(
                    pricing.text(),
                    pricing.model(),
                    pricing.entryAmount(),
                    pricing.currency(),
                    pricing.period(),
                    EntryLabel.of(pricing, licenseClass),
                    pricing.capturedAt());
        }
    }

    record License(
            @Nullable String spdx, @JsonProperty("class") String licenseClass) {}

    /// @param verifiedBy in which role; who it was is nobody's business outside
    record FactState(
            @Nullable String sourceUrl,
            Instant capturedAt,
            Instant verifiedAt,
            @Nullable String verifiedBy) {

        static FactState of(Evidence evidence) {
            return new FactState(
                    evidence.sourceUrl(),
                    evidence.capturedAt(),
                    evidence.verifiedAt(),
                    evidence.verifiedBy() == null ? null : "editor");
        }
    }

    record FactStates(FactState price, FactState license, FactState status) {

        static FactStates of(ToolFacts facts) {
            return new FactStates(
                    FactState.of(facts.price()), FactState.of(facts.license()), FactState.of(facts.status()));
        }
    }

    static ToolEvent of(Tool tool, Category category) {
        ToolText text = tool.text();
        Pricing previous = tool.previousPricing();
        return new ToolEvent(
                tool.toolId(),
                tool.version(),
                text.slug(),
                tool.previousSlugs(),
                text.name(),
                text.tagline(),
                text.summary(),
                new InCategory(category.key(), category.name()),
                text.tags(),
                text.websiteUrl(),
                text.status(),
                tool.statusSince(),
                tool.previousStatus(),
                Price.of(text.pricing(), text.licenseClass()),
                tool.pricingSince(),
                previous == null ? null : Price.of(previous, text.licenseClass()),
                new License(text.licenseSpdx(), text.licenseClass()),
                text.bestFor(),
                text.notFor(),
                null,
                tool.createdAt(),
                tool.updatedAt(),
                tool.takenDown(),
                text.repoUrl(),
                FactStates.of(tool.facts()),
                tool.latestRelease());
    }
}
