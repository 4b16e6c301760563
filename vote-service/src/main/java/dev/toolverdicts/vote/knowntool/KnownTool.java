package dev.toolverdicts.vote.knowntool;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What voting needs to know of a tool; the fields of the tool's state that are used here.
public record KnownTool(
        UUID toolId,
        long version,
        String slug,
        String name,
        Category category,
        List<String> previousSlugs,
        String status,
        Instant createdAt,
        @Nullable TakenDown takenDown) {

    /// The list of tools that do the same job.
    public record Category(String key) {
        public Category {
            Objects.requireNonNull(key, "key");
        }
    }

    /// That nobody is shown the tool, and why.
    public record TakenDown(String reason, Instant since) {
        public TakenDown {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(since, "since");
        }
    }

    public KnownTool {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
        previousSlugs = List.copyOf(previousSlugs);
    }

    /// It keeps its votes and can get more, but it is no contender any longer.
    public boolean isDiscontinued() {
        return status.equals("discontinued");
    }

    /// Whether it can have a place among others.
    public boolean contends() {
        return !isDiscontinued() && takenDown == null;
    }
}
