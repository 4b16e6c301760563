package dev.toolverdicts.catalog.duel;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// What comparisons need of `vote.duel.v1`.
record PairState(UUID toolA, UUID toolB, long version, long winsA, long winsB, long ties) {

    PairState {
        requireNonNull(toolA, "toolA");
        requireNonNull(toolB, "toolB");
    }
}
