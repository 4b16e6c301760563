package dev.toolverdicts.vote.ranking;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/// A tool with the counted votes of a window; without any it is no contender.
public record Contender(UUID toolId, String slug, Instant createdAt, long ships, long skips, Wilson interval) {

    static final Comparator<Contender> NEWEST =
            Comparator.comparing(Contender::createdAt).reversed().thenComparing(Contender::slug);

    /// First to last: the lower end of the interval, then more votes, then the newer tool, then the slug. No two tools
    /// are equal, so a place is never shared.
    public static final Comparator<Contender> BEST = Comparator.comparingDouble(
                    (Contender tool) -> tool.interval().low())
            .thenComparingLong(Contender::votes)
            .reversed()
            .thenComparing(NEWEST);

    public long votes() {
        return ships + skips;
    }
}
