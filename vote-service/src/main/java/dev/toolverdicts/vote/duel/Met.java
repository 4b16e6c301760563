package dev.toolverdicts.vote.duel;

import dev.toolverdicts.vote.knowntool.KnownTool;
import org.jspecify.annotations.Nullable;

/// Two tools in the order in which somebody named them, which need not be that of their ids.
record Met(KnownTool a, KnownTool b) {

    Pair pair() {
        return Pair.of(a.toolId(), b.toolId());
    }

    /// From how it was said to how it is stored, and back.
    @Nullable
    Winner turned(@Nullable Winner winner) {
        return winner != null && isMirrored() ? winner.mirrored() : winner;
    }

    OwnDuel own(@Nullable Winner stored, DuelState state) {
        return new OwnDuel(
                a.slug(),
                b.slug(),
                turned(stored),
                isMirrored() ? state.winsB() : state.winsA(),
                isMirrored() ? state.winsA() : state.winsB(),
                state.ties());
    }

    private boolean isMirrored() {
        return !pair().toolA().equals(a.toolId());
    }
}
