package dev.toolverdicts.vote.count;

import dev.toolverdicts.vote.ranking.Share;
import dev.toolverdicts.vote.ranking.Wilson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tally as it is published, with what is derived from it.
record TallyState(
        UUID toolId,
        long version,
        long ships,
        long skips,
        long held,
        long discarded,
        @Nullable Integer pct,
        @Nullable Double wilsonLow,
        @Nullable Double wilsonHigh,
        boolean brigade,
        Instant updatedAt) {

    static TallyState of(Tally tally, double z) {
        long votes = tally.ships() + tally.skips();
        Wilson interval = votes == 0 ? null : Wilson.of(tally.ships(), votes, z);
        return new TallyState(
                tally.toolId(),
                tally.version(),
                tally.ships(),
                tally.skips(),
                tally.held(),
                tally.discarded(),
                interval == null ? null : Share.pct(tally.ships(), votes),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                tally.brigade(),
                tally.updatedAt());
    }
}
