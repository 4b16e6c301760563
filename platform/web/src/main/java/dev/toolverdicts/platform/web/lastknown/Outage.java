package dev.toolverdicts.platform.web.lastknown;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the database is away, as the last page that needed it has found. Meanwhile one page a second
/// tries; the others do not wait for a connection that nobody gets.
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);
    private static final long BETWEEN_TRIES = 1000;
    private static final long NONE = Long.MIN_VALUE;

    private final Clock clock;
    private final AtomicLong nextTry = new AtomicLong(NONE);

    Outage(Clock clock) {
        this.clock = clock;
    }

    /// Whether this page need not try. Who is told false while the database is away is the one that
    /// tries.
    boolean spares() {
        long next = nextTry.get();
        if (next == NONE) {
            return false;
        }
        long now = clock.millis();
        return now < next || !nextTry.compareAndSet(next, now + BETWEEN_TRIES);
    }

    void goesOn(Throwable cause) {
        if (nextTry.getAndSet(clock.millis() + BETWEEN_TRIES) == NONE) {
            log.warn("event=last_known_pages_shown cause={}", cause.toString());
        }
    }

    void isOver() {
        if (nextTry.get() != NONE && nextTry.getAndSet(NONE) != NONE) {
            log.info("event=pages_live_again");
        }
    }
}
