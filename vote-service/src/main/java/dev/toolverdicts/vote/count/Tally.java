package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.util.UUID;

/// How one tool stands.
///
/// @param version rises with every change
record Tally(UUID toolId, long version, long ships, long skips, long held, long discarded, Instant updatedAt) {}
