package dev.toolverdicts.newsletter.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What this service reads of an event on `review.panel.v1`.
record PanelState(
        UUID toolId,
        long version,
        int ships,
        int skips,
        PanelVerdict verdict,
        @Nullable PanelVerdict previousVerdict,
        Instant verdictSince,
        Instant updatedAt) {

    PanelState {
        requireNonNull(toolId, "toolId");
        requireNonNull(verdict, "verdict");
        requireNonNull(verdictSince, "verdictSince");
        requireNonNull(updatedAt, "updatedAt");
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }
}
