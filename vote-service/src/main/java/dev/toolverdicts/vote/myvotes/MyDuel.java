package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.duel.Winner;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the voter's own ballots on two tools.
record MyDuel(Side a, Side b, Winner winner, Instant castAt) {

    /// @param tool the tool's address, null when the catalog has no such tool
    record Side(
            UUID toolId, @Nullable String tool, @Nullable String name) {}

    /// The tool they would ship; null for a tie.
    @Nullable
    Side shipped() {
        return switch (winner) {
            case A -> a;
            case B -> b;
            case TIE -> null;
        };
    }
}
