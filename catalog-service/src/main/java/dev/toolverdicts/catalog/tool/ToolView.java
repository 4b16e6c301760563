package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.category.Category;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The write side as an editor sees it: a card without what others say of the tool.
record ToolView(
        UUID toolId,
        long version,
        String slug,
        List<String> previousSlugs,
        String name,
        String tagline,
        String summary,
        ToolEvent.InCategory category,
        List<String> tags,
        @Nullable String websiteUrl,
        String status,
        ToolEvent.Price pricing,
        ToolEvent.License license,
        @Nullable String bestFor,
        @Nullable String notFor,
        @Nullable TakenDown takenDown,
        Instant createdAt,
        Instant asOf) {

    static ToolView of(Tool tool, Category category) {
        ToolEvent event = ToolEvent.of(tool, category);
        return new ToolView(
                event.toolId(),
                event.version(),
                event.slug(),
                event.previousSlugs(),
                event.name(),
                event.tagline(),
                event.summary(),
                event.category(),
                event.tags(),
                event.websiteUrl(),
                event.status(),
                event.pricing(),
                event.license(),
                event.bestFor(),
                event.notFor(),
                event.takenDown(),
                event.createdAt(),
                event.updatedAt());
    }

    String etag() {
        return "\"" + version + "\"";
    }

    String path() {
        return "/api/v1/tools/" + slug;
    }
}
