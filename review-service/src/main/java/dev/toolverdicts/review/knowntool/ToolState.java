package dev.toolverdicts.review.knowntool;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service reads of an event on `catalog.tool.v1`.
record ToolState(
        UUID toolId,
        long version,
        String slug,
        List<String> previousSlugs,
        String name,
        String status,
        @Nullable Category category,
        @Nullable TakenDown takenDown,
        @Nullable LatestRelease latestRelease) {

    /// For which critics are assigned.
    record Category(@Nullable String key) {}

    /// The release of the tool with the latest day.
    record LatestRelease(LocalDate releasedOn) {
        LatestRelease {
            requireNonNull(releasedOn, "releasedOn");
        }
    }

    /// Its category's key, null when the event says none.
    @Nullable
    String categoryKey() {
        return category == null ? null : category.key();
    }

    ToolState {
        requireNonNull(toolId, "toolId");
        requireNonNull(slug, "slug");
        requireNonNull(name, "name");
        requireNonNull(status, "status");
        previousSlugs = List.copyOf(requireNonNull(previousSlugs, "previousSlugs"));
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }
}
