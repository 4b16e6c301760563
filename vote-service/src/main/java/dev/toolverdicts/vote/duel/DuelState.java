package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.turn.Versions;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How often each of two tools won, as it is stored and published.
record DuelState(UUID toolA, UUID toolB, long version, long winsA, long winsB, long ties, Instant updatedAt) {

    static DuelState none(Pair pair, Instant now) {
        return new DuelState(pair.toolA(), pair.toolB(), 0, 0, 0, 0, now);
    }

    Pair pair() {
        return new Pair(toolA, toolB);
    }

    /// After somebody has changed their mind.
    ///
    /// @param had what they had chosen before; null for nothing, as in `has`
    DuelState changed(@Nullable Winner had, @Nullable Winner has, Instant now) {
        return new DuelState(
                toolA,
                toolB,
                Versions.after(version, now),
                winsA + step(Winner.A, had, has),
                winsB + step(Winner.B, had, has),
                ties + step(Winner.TIE, had, has),
                now);
    }

    private static int step(Winner which, @Nullable Winner had, @Nullable Winner has) {
        return (has == which ? 1 : 0) - (had == which ? 1 : 0);
    }
}
