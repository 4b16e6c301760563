package dev.toolverdicts.vote.fraud;

import dev.toolverdicts.vote.counted.VoteLogEnd;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Up to when every accepted vote is counted. It notes where the log ends and waits until counting has passed that, so
/// it moves on under constant load, too, when counting never stands at the end.
final class CountedUntil implements Supplier<Instant> {

    private static final Logger logger = LoggerFactory.getLogger(CountedUntil.class);

    /// A vote gets its time before it gets its place in the log, and clocks differ a little.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /// Asking the broker costs a connection, and nobody needs it to the second.
    private static final Duration EVERY = Duration.ofSeconds(20);

    private record Noted(Instant at, Map<Integer, Long> ends) {}

    private final VoteLogEnd log;
    private final Clock clock;
    private @Nullable Noted noted;
    private Instant next = Instant.MIN;
    private Instant until = Instant.MIN;

    CountedUntil(VoteLogEnd log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// @return the earliest moment there is, as long as nothing is known
    @Override
    public Instant get() {
        if (noted != null && log.isCounted(noted.ends())) {
            until = noted.at().minus(MARGIN);
            noted = null;
        }
        if (noted == null && !clock.instant().isBefore(next)) {
            note(clock.instant());
        }
        return until;
    }

    private void note(Instant at) {
        next = at.plus(EVERY);
        try {
            noted = new Noted(at, log.now());
        } catch (KafkaException e) {
            logger.warn("the end of the vote log is not known cause={}", e.toString());
        }
    }
}
