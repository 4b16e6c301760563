package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.util.UUID;

/// How one tool stands.
///
/// @param version rises with every change
/// @param brigade whether the tool is being voted on as by a brigade
record Tally(
        UUID toolId,
        long version,
        long ships,
        long skips,
        long held,
        long discarded,
        boolean brigade,
        Instant updatedAt) {}
