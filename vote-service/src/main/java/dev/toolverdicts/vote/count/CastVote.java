package dev.toolverdicts.vote.count;

import dev.toolverdicts.vote.voter.Choice;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// A vote as counting reads it from the log.
record CastVote(UUID toolId, UUID voterId, Choice choice, Instant castAt) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    CastVote {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(voterId, "voterId");
        Objects.requireNonNull(choice, "choice");
        if (castAt.isBefore(EARLIEST) || castAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("castAt is outside this and the next century: " + castAt);
        }
    }
}
