package dev.toolverdicts.catalog.card;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cards need of `vote.tally.v1`.
record TallyState(
        UUID toolId,
        long version,
        long ships,
        long skips,
        @Nullable Integer pct,
        @Nullable Double wilsonLow,
        @Nullable Double wilsonHigh,
        boolean brigade,
        Instant updatedAt) {

    TallyState {
        requireNonNull(toolId, "toolId");
        requireNonNull(updatedAt, "updatedAt");
    }
}
