package dev.toolverdicts.vote.ranking;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// What boards need of a ruling: whose vote it is about, and when it was made.
record Ruling(UUID toolId, UUID voterId, long upToOffset, Instant ruledAt) {

    Ruling {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(voterId, "voterId");
        Objects.requireNonNull(ruledAt, "ruledAt");
    }
}
