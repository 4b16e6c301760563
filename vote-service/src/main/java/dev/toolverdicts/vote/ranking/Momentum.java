package dev.toolverdicts.vote.ranking;

import org.jspecify.annotations.Nullable;

/// Whether a tool is liked more or less than it used to be: the two-proportion z-test of the last days' ship share
/// against the earlier one. It says nothing about how much it is liked, so it never moves a place.
final class Momentum {

    /// Votes of one stretch of days.
    record Votes(long ships, long skips) {

        long all() {
            return ships + skips;
        }
    }

    private final int minimum;

    Momentum(RankingSettings settings) {
        minimum = settings.momentumMinimum();
    }

    /// @return above 0 when the share rose, in standard errors, two decimals; null when either side has too few votes
    @Nullable
    Double of(Votes recent, Votes earlier) {
        if (recent.all() < minimum || earlier.all() < minimum) {
            return null;
        }
        double now = (double) recent.ships() / recent.all();
        double before = (double) earlier.ships() / earlier.all();
        double pooled = (double) (recent.ships() + earlier.ships()) / (recent.all() + earlier.all());
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / recent.all() + 1.0 / earlier.all()));
        // Everybody said the same all the time.
        return error == 0 ? 0.0 : Math.round((now - before) / error * 100) / 100.0;
    }
}
