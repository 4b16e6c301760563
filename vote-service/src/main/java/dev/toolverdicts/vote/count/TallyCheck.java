package dev.toolverdicts.vote.count;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares every tally with the votes it stands for, in one snapshot. There must never be a difference.
public final class TallyCheck {

    private static final Logger log = LoggerFactory.getLogger(TallyCheck.class);

    /// A tool whose tally, or the sum of its days, is not the count of its votes; each as
    /// `(ships,skips,held,discarded)`.
    public record Difference(UUID toolId, String tally, String votes, String days) {}

    public record Outcome(long tools, long votes, List<Difference> differences, Instant asOf) {}

    private final TallyCheckQueries queries;
    private final Clock clock;
    private final AtomicInteger lastDifferences = new AtomicInteger();

    TallyCheck(TallyCheckQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    public Outcome run() {
        TallyCheckQueries.Found found = queries.compare();
        lastDifferences.set(found.differences().size());
        if (found.differences().isEmpty()) {
            log.info("tallies checked tools={} votes={} differences=0", found.tools(), found.votes());
        } else {
            log.error("tallies differ from their votes tools={}", found.differences());
        }
        return new Outcome(found.tools(), found.votes(), found.differences(), clock.instant());
    }

    int lastDifferences() {
        return lastDifferences.get();
    }
}
