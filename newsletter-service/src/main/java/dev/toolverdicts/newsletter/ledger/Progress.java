package dev.toolverdicts.newsletter.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far the sending of an issue is.
///
/// @param rows how many rows are in each state, of the whole ledger
/// @param perMinute messages handed over in the last minute, whatever was said to them
/// @param secondsLeft until nothing is left at that pace; null when it is not being sent, or nothing has been handed
///     over lately
public record Progress(
        SortedMap<String, Long> rows,
        long perMinute,
        @Nullable Long secondsLeft) {

    private static final Set<String> OPEN = Set.of("pending", "claimed", "at_dot");

    public Progress {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        if (perMinute < 0) {
            throw new IllegalArgumentException("perMinute must not be negative");
        }
    }

    static Progress of(Map<String, Long> rows, long lately, boolean isBeingSent) {
        long left = rows.entrySet().stream()
                .filter(row -> OPEN.contains(row.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Long seconds = isBeingSent && lately > 0 ? Math.ceilDiv(left * 60, lately) : null;
        return new Progress(new TreeMap<>(rows), lately, seconds);
    }
}
