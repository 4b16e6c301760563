package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.knowntool.KnownTool;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a tool stands, as its tally event says; the fields that are shown.
record Standing(
        UUID toolId,
        long version,
        long ships,
        long skips,
        @Nullable Integer pct,
        @Nullable Double wilsonLow,
        @Nullable Double wilsonHigh,
        Instant updatedAt) {

    Standing {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }

    /// Nobody has voted yet, which is so since the tool is there.
    static Standing untouched(KnownTool tool) {
        return new Standing(tool.toolId(), 0, 0, 0, null, null, null, tool.createdAt());
    }
}
