package dev.toolverdicts.catalog.leaderboard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The boards there are.
public interface Leaderboards {

    Set<String> PERIODS = Set.of("day", "week", "month", "all", "trending");

    /// The board of the latest window of a period, or the only one.
    Optional<Leaderboard> latest(String period);

    /// A board for good: which day, ISO week or month.
    Optional<Leaderboard> find(String period, String key);

    /// Boards of a period, or of all, the latest window first.
    ///
    /// @param after the last board of the page before; its period and key
    List<BoardLink> list(@Nullable String period, @Nullable String after, int limit);

    /// All boards, the latest window first.
    List<BoardAddress> addresses();
}
