package dev.toolverdicts.newsletter.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/// What this service reads of an event on `vote.tally.v1`.
record TallyState(UUID toolId, long version, long ships, long skips, Instant updatedAt) {

    TallyState {
        requireNonNull(toolId, "toolId");
        requireNonNull(updatedAt, "updatedAt");
        if (version < 1 || ships < 0 || skips < 0) {
            throw new IllegalArgumentException("version must be positive and counts not negative");
        }
    }
}
