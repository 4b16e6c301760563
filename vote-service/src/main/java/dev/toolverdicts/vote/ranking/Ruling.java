package dev.toolverdicts.vote.ranking;

import java.util.Objects;
import java.util.UUID;

/// What boards need of a ruling: whose vote it is about.
record Ruling(UUID toolId, UUID voterId, long upToOffset) {

    Ruling {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(voterId, "voterId");
    }
}
