package dev.toolverdicts.newsletter.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What alerts read of an event on `catalog.tool.v1`: its last change of price and of status.
record ToolFacts(
        UUID toolId,
        String status,
        @Nullable String previousStatus,
        Instant statusSince,
        Price pricing,
        @Nullable Price previousPricing,
        Instant pricingSince) {

    record Price(String text) {
        Price {
            requireNonNull(text, "text");
        }
    }

    ToolFacts {
        requireNonNull(toolId, "toolId");
        requireNonNull(status, "status");
        requireNonNull(statusSince, "statusSince");
        requireNonNull(pricing, "pricing");
        requireNonNull(pricingSince, "pricingSince");
    }
}
