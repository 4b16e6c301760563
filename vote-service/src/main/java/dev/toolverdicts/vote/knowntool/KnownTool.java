package dev.toolverdicts.vote.knowntool;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What voting needs to know of a tool; the fields of the tool's state that are used here.
public record KnownTool(
        UUID toolId,
        long version,
        String slug,
        String name,
        List<String> previousSlugs,
        String status,
        Instant createdAt) {

    public KnownTool {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        previousSlugs = List.copyOf(previousSlugs);
    }

    /// It keeps its votes and can get more, but it is no contender any longer.
    public boolean isDiscontinued() {
        return status.equals("discontinued");
    }
}
