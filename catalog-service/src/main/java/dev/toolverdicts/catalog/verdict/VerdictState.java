package dev.toolverdicts.catalog.verdict;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What news need of `review.panel.v1`.
record VerdictState(
        UUID toolId, long version, String verdict, @Nullable String previousVerdict, Instant verdictSince) {

    VerdictState {
        requireNonNull(toolId, "toolId");
        requireNonNull(verdict, "verdict");
        requireNonNull(verdictSince, "verdictSince");
    }
}
