package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import org.jspecify.annotations.Nullable;

/// One line of the history: what a voter sent and what came back. Times are of [System#nanoTime].
///
/// @param receipt of an acknowledged one
record Cast(
        Ballot ballot,
        Choice choice,
        Outcome outcome,
        long invoked,
        long completed,
        @Nullable Receipt receipt) {

    boolean acked() {
        return outcome == Outcome.ACKED;
    }

    @Override
    public String toString() {
        return choice + " " + outcome + (receipt == null ? "" : " at " + receipt.place());
    }
}
