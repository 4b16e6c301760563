package dev.toolverdicts.catalog.change;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a history needs of `catalog.tool.v1`.
record ChangeState(
        UUID toolId,
        long version,
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

    ChangeState {
        requireNonNull(toolId, "toolId");
        requireNonNull(status, "status");
        requireNonNull(statusSince, "statusSince");
        requireNonNull(pricing, "pricing");
        requireNonNull(pricingSince, "pricingSince");
    }
}
