package dev.toolverdicts.vote.ranking;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// When a board becomes final. Not at the last second of its window: votes cast before it may still be on their way to
/// the count.
final class Closing {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final RankingSettings settings;
    private final BooleanSupplier everythingCounted;

    /// @param everythingCounted whether the counter has reached the end of its logs; asked only when it matters
    Closing(RankingSettings settings, BooleanSupplier everythingCounted) {
        this.settings = settings;
        this.everythingCounted = everythingCounted;
    }

    LeaderboardState next(
            Window window,
            @Nullable LeaderboardState before,
            @Nullable Instant reopenedAt,
            Board.Places places,
            Instant now) {
        boolean closes = window.isOver(now) && isSettled(reopenedAt == null ? window.end() : reopenedAt, now);
        String open = reopenedAt == null ? LeaderboardState.OPEN : LeaderboardState.REOPENED;
        String note = reopenedAt == null || !closes
                ? before == null ? null : before.note()
                : "Counted again on " + DAY.format(now) + " after votes of this window were ruled on.";
        return new LeaderboardState(
                window.boardKey(),
                0,
                window.period().word(),
                window.key(),
                window.start(),
                window.end(),
                closes ? LeaderboardState.CLOSED : open,
                closes ? now : null,
                note,
                places.ranked(),
                places.rows(),
                now);
    }

    private boolean isSettled(@Nullable Instant since, Instant now) {
        return since != null
                && !now.isBefore(since.plus(settings.closesAfter()))
                && (!now.isBefore(since.plus(settings.closesAtLatest())) || everythingCounted.getAsBoolean());
    }

    /// What stood stays in sight until it is counted again.
    LeaderboardState reopened(LeaderboardState board, Instant now) {
        return new LeaderboardState(
                board.boardKey(),
                board.version() + 1,
                board.period(),
                board.windowKey(),
                board.windowFrom(),
                board.windowTo(),
                LeaderboardState.REOPENED,
                null,
                "Being counted again: votes of this window were ruled on after it was final.",
                board.ranked(),
                board.rows(),
                now);
    }
}
