package dev.toolverdicts.catalog.leaderboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One board, its tools by the names they have now.
///
/// @param key which day, ISO week or month; for `all` and `trending` the period again
/// @param windowTo the first moment after the window
/// @param ranked how many tools have a place; `rows` may be fewer
public record Leaderboard(
        String period,
        String key,
        String state,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        @Nullable Instant closedAt,
        @Nullable String note,
        int ranked,
        List<Row> rows,
        Instant asOf) {

    /// @param robustness how few votes would change this place; null where that cannot be said
    /// @param fairStart whether the place was drawn by lot because the tool is new
    /// @param momentum z-score of the last days' ship share against the earlier one
    /// @param card the tool as it stands now; null while the catalog has not heard of it
    public record Row(
            int place,
            UUID toolId,
            String slug,
            String name,
            long ships,
            long skips,
            @Nullable Integer pct,
            double wilsonLow,
            double wilsonHigh,
            @Nullable Long robustness,
            boolean fairStart,
            @Nullable Double momentum,
            @Nullable Double score,
            @JsonIgnore @Nullable ToolCard card) {}

    public String path() {
        return path(period, key);
    }

    static String path(String period, String key) {
        return "/leaderboard/" + period + (period.equals(key) ? "" : "/" + key);
    }

    /// These rows alone.
    public Leaderboard with(List<Row> some) {
        return new Leaderboard(
                period, key, state, windowFrom, windowTo, closedAt, note, ranked, List.copyOf(some), asOf);
    }
}
