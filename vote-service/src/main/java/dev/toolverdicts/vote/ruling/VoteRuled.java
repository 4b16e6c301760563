package dev.toolverdicts.vote.ruling;

import java.time.Instant;
import java.util.UUID;

/// A ruling on one vote, as it is published.
///
/// @param upToOffset the last place in the vote's partition that it speaks about
record VoteRuled(
        UUID toolId, UUID voterId, RulingKind ruling, String reason, String actor, long upToOffset, Instant ruledAt) {

    static VoteRuled of(Decision decision, VoteAt vote) {
        return new VoteRuled(
                vote.toolId(),
                vote.voterId(),
                decision.ruling(),
                decision.reason(),
                decision.actor(),
                vote.logOffset(),
                decision.at());
    }

    String key() {
        return toolId + ":" + voterId;
    }
}
