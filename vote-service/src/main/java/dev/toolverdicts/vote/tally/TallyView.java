package dev.toolverdicts.vote.tally;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

record TallyView(
        long ships,
        long skips,
        @Nullable Integer pct,
        @Nullable Double wilsonLow,
        @Nullable Double wilsonHigh,
        Instant asOf) {

    static TallyView of(Standing standing) {
        return new TallyView(
                standing.ships(),
                standing.skips(),
                standing.pct(),
                standing.wilsonLow(),
                standing.wilsonHigh(),
                standing.updatedAt());
    }

    /// @param slug the address the reader asked with, so that they find it again
    record Named(
            String slug,
            long ships,
            long skips,
            @Nullable Integer pct,
            @Nullable Double wilsonLow,
            @Nullable Double wilsonHigh,
            Instant asOf) {

        static Named of(String slug, Standing standing) {
            return new Named(
                    slug,
                    standing.ships(),
                    standing.skips(),
                    standing.pct(),
                    standing.wilsonLow(),
                    standing.wilsonHigh(),
                    standing.updatedAt());
        }
    }
}
