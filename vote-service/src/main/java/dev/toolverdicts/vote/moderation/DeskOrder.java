package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.ruling.RulingKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a form of the desk decides. Only about votes that still stand as its page showed them: what
/// somebody else has decided meanwhile stays decided.
///
/// @param reason for which they stand so
/// @param from how they stood on the page
/// @param code the reason that the ruling carries
/// @param seen the last of them that the page counted
/// @param voters whose votes; empty for all of them
record DeskOrder(
        UUID toolId,
        String reason,
        RulingKind from,
        RulingKind ruling,
        String code,
        String note,
        Instant seen,
        List<UUID> voters) {

    DeskOrder {
        voters = List.copyOf(voters);
    }

    boolean isForAll() {
        return voters.isEmpty();
    }
}
