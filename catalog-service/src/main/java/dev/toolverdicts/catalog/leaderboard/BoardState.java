package dev.toolverdicts.catalog.leaderboard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What boards need of `vote.leaderboard.v1`; kept as it came.
record BoardState(
        String boardKey,
        long version,
        String period,
        @Nullable String windowKey,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        String state,
        @Nullable Instant closedAt,
        @Nullable String note,
        int ranked,
        List<Row> rows,
        Instant updatedAt) {

    record Row(
            int place,
            UUID toolId,
            String slug,
            long ships,
            long skips,
            double wilsonLow,
            double wilsonHigh,
            @Nullable Long robustness,
            boolean fairStart,
            @Nullable Double momentum,
            @Nullable Double score) {

        Row {
            requireNonNull(toolId, "toolId");
            requireNonNull(slug, "slug");
        }
    }

    BoardState {
        requireNonNull(boardKey, "boardKey");
        requireNonNull(period, "period");
        requireNonNull(state, "state");
        requireNonNull(rows, "rows");
        requireNonNull(updatedAt, "updatedAt");
    }
}
