package dev.toolverdicts.platform.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last rebuild of a projection.
///
/// @param state `running`, `stalled` (running, but not heard of for a minute), `done`, `failed` or `abandoned`
/// @param records applied so far
/// @param remaining offsets up to where the live tables are, null before that is known
/// @param etaSeconds at the pace so far, null when it is not running
/// @param differingRows rows that were not as the log has them when both stood at one position, versions aside; null
///     before they were compared
/// @param detail the last failure
public record RebuildStatus(
        String projection,
        String state,
        long records,
        @Nullable Long remaining,
        @Nullable Long etaSeconds,
        @Nullable Long differingRows,
        @Nullable String detail,
        Instant startedAt,
        @Nullable Instant endedAt) {}
