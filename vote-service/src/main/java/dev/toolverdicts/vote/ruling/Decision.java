package dev.toolverdicts.vote.ruling;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// One decision about votes on one tool: who, when, what and why.
///
/// @param reason a code that everybody may see
/// @param note what only moderators and operators see
public record Decision(UUID toolId, RulingKind ruling, String reason, String actor, String note, Instant at) {

    public Decision {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(ruling, "ruling");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(at, "at");
        if (reason.isBlank() || actor.isBlank()) {
            throw new IllegalArgumentException("a decision has a reason and somebody who made it");
        }
    }
}
