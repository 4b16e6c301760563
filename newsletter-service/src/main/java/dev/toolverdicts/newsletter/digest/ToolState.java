package dev.toolverdicts.newsletter.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service reads of an event on `catalog.tool.v1`.
record ToolState(
        UUID toolId,
        long version,
        String slug,
        String name,
        String tagline,
        InCategory category,
        String status,
        Price pricing,
        @Nullable Price previousPricing,
        Instant pricingSince,
        Instant createdAt,
        Instant updatedAt,
        @Nullable TakenDown takenDown) {

    /// Why it was is of no use here.
    record TakenDown(Instant since) {
        TakenDown {
            requireNonNull(since, "since");
        }
    }

    record InCategory(String key, String name) {
        InCategory {
            requireNonNull(key, "key");
            requireNonNull(name, "name");
        }
    }

    record Price(String text) {
        Price {
            requireNonNull(text, "text");
        }
    }

    ToolState {
        requireNonNull(toolId, "toolId");
        requireNonNull(slug, "slug");
        requireNonNull(name, "name");
        requireNonNull(tagline, "tagline");
        requireNonNull(category, "category");
        requireNonNull(status, "status");
        requireNonNull(pricing, "pricing");
        requireNonNull(pricingSince, "pricingSince");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(updatedAt, "updatedAt");
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }
}
