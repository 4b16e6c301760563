package dev.toolverdicts.vote.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a tool stands as it does. Tiers and days each add up to the whole, and reasons to what is held and discarded.
///
/// @param asOf of the last vote or ruling in it, null before the first
record Why(
        Sums total,
        List<OfTier> tiers,
        List<OfDay> days,
        List<OfReason> reasons,
        @Nullable Instant asOf) {

    /// Before the first vote it is so since the tool is there.
    Why orAsOf(Instant created) {
        return asOf == null ? new Why(total, tiers, days, reasons, created) : this;
    }

    record Sums(long ships, long skips, long held, long discarded) {}

    record OfTier(String tier, long ships, long skips, long held, long discarded) {}

    record OfDay(LocalDate day, long ships, long skips, long held, long discarded) {}

    record OfReason(String reason, long held, long discarded) {}
}
