package dev.toolverdicts.catalog.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last turn of everything that is said of a tool: what it is now, what it was before and since
/// when.
///
/// @param verdict the panel's; null before its first event
/// @param critics what each critic says now and said before, by critic
/// @param places on the latest boards, the latest first
public record Turns(
        String slug,
        String name,
        @Nullable Turn verdict,
        Turn price,
        Turn status,
        List<CriticTurn> critics,
        List<Place> places,
        Instant asOf) {

    /// @param before null when nothing was
    public record Turn(@Nullable String before, String now, Instant since) {}

    /// @param since when the critic came to this verdict
    /// @param reason why it changed, in the critic's words
    public record CriticTurn(
            String criticKey,
            String criticName,
            @Nullable String before,
            String now,
            Instant since,
            @Nullable String reason) {}

    /// @param key which day, ISO week or month; null for boards without a window
    public record Place(String period, @Nullable String key, String state, int place, int ranked) {}
}
