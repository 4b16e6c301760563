package dev.toolverdicts.catalog.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The hints of the last minute, for pages that were made before their stream began and for readers
/// who come back.
final class RecentChanges {

    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST = 500;

    private final Deque<Change> changes = new ArrayDeque<>();
    private Instant complete;

    /// @param start before which nothing is known
    RecentChanges(Instant start) {
        complete = start;
    }

    synchronized void add(Change change) {
        changes.addLast(change);
        Instant old = change.asOf().minus(KEPT);
        while (changes.size() > MOST || changes.getFirst().asOf().isBefore(old)) {
            complete = changes.removeFirst().asOf();
        }
    }

    /// What was heard since then, or one hint for all of it where that is not known.
    synchronized List<Change> since(Instant from, Instant now) {
        return from.isBefore(complete)
                ? List.of(Change.any(now))
                : changes.stream()
                        .filter(change -> !change.asOf().isBefore(from))
                        .toList();
    }
}
