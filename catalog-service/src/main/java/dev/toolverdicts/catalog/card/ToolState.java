package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cards need of `catalog.tool.v1`. What stands last and may be null was added later.
record ToolState(
        UUID toolId,
        long version,
        String slug,
        List<String> previousSlugs,
        String name,
        String tagline,
        String summary,
        ToolCard.Category category,
        List<String> tags,
        @Nullable String websiteUrl,
        String status,
        ToolCard.Pricing pricing,
        ToolCard.License license,
        @Nullable String bestFor,
        @Nullable String notFor,
        Instant createdAt,
        Instant updatedAt,
        @Nullable TakenDown takenDown,
        @Nullable String repoUrl,
        @Nullable FactStates facts,
        ToolCard.@Nullable LatestRelease latestRelease) {

    ToolState {
        requireNonNull(toolId, "toolId");
        requireNonNull(slug, "slug");
        requireNonNull(previousSlugs, "previousSlugs");
        requireNonNull(name, "name");
        requireNonNull(tagline, "tagline");
        requireNonNull(summary, "summary");
        requireNonNull(category, "category");
        requireNonNull(tags, "tags");
        requireNonNull(status, "status");
        requireNonNull(pricing, "pricing");
        requireNonNull(license, "license");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
    }
}
