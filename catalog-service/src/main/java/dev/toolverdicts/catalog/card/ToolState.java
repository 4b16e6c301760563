package dev.toolverdicts.catalog.card;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cards need of `catalog.tool.v1`.
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
        Instant updatedAt) {}
