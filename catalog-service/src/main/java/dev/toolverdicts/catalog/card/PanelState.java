package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cards need of `review.panel.v1`.
record PanelState(
        UUID toolId,
        long version,
        int ships,
        int skips,
        @Nullable Integer pct,
        String verdict,
        int quorum,
        int critics,
        List<Take> reviews,
        Instant updatedAt) {

    PanelState {
        requireNonNull(toolId, "toolId");
        requireNonNull(verdict, "verdict");
        requireNonNull(reviews, "reviews");
        requireNonNull(updatedAt, "updatedAt");
    }
}
