package dev.toolverdicts.newsletter.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// What alerts read of an event on `vote.tally.v1`: how many votes count.
record TallyFacts(UUID toolId, long version, long ships, long skips, Instant updatedAt) {

    private static final long FIRST = 10;

    TallyFacts {
        requireNonNull(toolId, "toolId");
        requireNonNull(updatedAt, "updatedAt");
        if (version < 1 || ships < 0 || skips < 0) {
            throw new IllegalArgumentException("version must be positive and counts not negative");
        }
    }

    /// The highest of 10, 100, 1,000 and so on that is reached; 0 below the first.
    long milestone() {
        long votes = ships + skips;
        if (votes < FIRST) {
            return 0;
        }
        long reached = FIRST;
        while (votes / FIRST >= reached) {
            reached *= FIRST;
        }
        return reached;
    }
}
