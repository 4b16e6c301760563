package dev.toolverdicts.vote.count;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/// What was decided about one voter's votes on one tool.
///
/// @param upToOffset the last place in the vote's partition that it speaks about; later votes count again
record VoteRuling(UUID toolId, UUID voterId, Kind ruling, String reason, long upToOffset, Instant ruledAt)
        implements OfVoter {

    enum Kind {
        HELD,
        RESTORED,
        DISCARDED;

        private final String word = name().toLowerCase(Locale.ROOT);

        @Override
        public String toString() {
            return word;
        }
    }

    VoteRuling {
        Objects.requireNonNull(toolId, "toolId");
        Objects.requireNonNull(voterId, "voterId");
        Objects.requireNonNull(ruling, "ruling");
        Objects.requireNonNull(reason, "reason");
        Moments.check(ruledAt);
    }
}
