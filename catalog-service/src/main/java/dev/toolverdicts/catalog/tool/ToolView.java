package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.catalog.category.Category;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The write side as an editor sees it: a card without what others say of the tool.
///
/// @param facts null only in an answer that an older version gave and that is given again
/// @param warnings of a write: what the writer may have missed; null where nothing was written
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
        @Nullable String repoUrl,
        String status,
        ToolEvent.Price pricing,
        ToolEvent.License license,
        @Nullable String bestFor,
        @Nullable String notFor,
        @Nullable ToolFacts facts,
        @Nullable ToolRelease latestRelease,
        @Nullable TakenDown takenDown,
        Instant createdAt,
        Instant asOf,
        @Nullable List<Warning> warnings) {

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
                event.repoUrl(),
                event.status(),
                event.pricing(),
                event.license(),
                event.bestFor(),
                event.notFor(),
                tool.facts(),
                event.latestRelease(),
                event.takenDown(),
                event.createdAt(),
                event.updatedAt(),
                null);
    }

    ToolView warning(List<Warning> of) {
        return new ToolView(
                toolId,
                version,
                slug,
                previousSlugs,
                name,
                tagline,
                summary,
                category,
                tags,
                websiteUrl,
                repoUrl,
                status,
                pricing,
                license,
                bestFor,
                notFor,
                facts,
                latestRelease,
                takenDown,
                createdAt,
                asOf,
                of);
    }

    String etag() {
        return "\"" + version + "\"";
    }

    String path() {
        return "/api/v1/tools/" + slug;
    }
}
