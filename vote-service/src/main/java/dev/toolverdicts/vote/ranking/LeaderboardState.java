package dev.toolverdicts.vote.ranking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A board as it is stored and published.
record LeaderboardState(
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

    static final String OPEN = "open";
    static final String CLOSED = "closed";
    static final String REOPENED = "reopened";

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

        Row withoutScore() {
            return new Row(
                    place, toolId, slug, ships, skips, wilsonLow, wilsonHigh, robustness, fairStart, momentum, null);
        }
    }

    LeaderboardState {
        rows = List.copyOf(rows);
    }

    boolean isClosed() {
        return state.equals(CLOSED);
    }

    /// Whether readers would see no difference, except that scores have fallen meanwhile.
    boolean saysTheSame(LeaderboardState other) {
        return plain(this).equals(plain(other));
    }

    private static LeaderboardState plain(LeaderboardState board) {
        return new LeaderboardState(
                board.boardKey,
                0,
                board.period,
                board.windowKey,
                board.windowFrom,
                board.windowTo,
                board.state,
                board.closedAt,
                board.note,
                board.ranked,
                board.rows.stream().map(Row::withoutScore).toList(),
                Instant.EPOCH);
    }

    LeaderboardState withVersion(long number) {
        return new LeaderboardState(
                boardKey,
                number,
                period,
                windowKey,
                windowFrom,
                windowTo,
                state,
                closedAt,
                note,
                ranked,
                rows,
                updatedAt);
    }
}
