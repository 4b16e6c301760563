package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.catalog.alternative.OpenedPairs.Pair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a note each minute of what was opened in it. What a copy has not noted when it ends, or
/// cannot note, is lost: it weighs little, and a page does not wait for it.
@Service
class OpenedPairService {

    private final OpenedPairs opened;
    private final OpenedPairRepository pairs;
    private final Clock clock;

    OpenedPairService(OpenedPairs opened, OpenedPairRepository pairs, Clock clock) {
        this.opened = opened;
        this.pairs = pairs;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void takeNote() {
        List<Pair> taken = opened.take();
        if (!taken.isEmpty()) {
            Instant now = clock.instant();
            pairs.add(taken, OpenedPairs.month(now));
            pairs.forgetBefore(OpenedPairs.since(now));
        }
    }
}
