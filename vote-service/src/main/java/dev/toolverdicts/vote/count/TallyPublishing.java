package dev.toolverdicts.vote.count;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The thread that publishes tallies: at once when it was idle, in short steps while there is more to come.
final class TallyPublishing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TallyPublishing.class);
    private static final Duration STEP = Duration.ofMillis(50);

    private final TallyPublisher publisher;
    private final Duration sweepEvery;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    TallyPublishing(TallyPublisher publisher, Duration sweepEvery) {
        this.publisher = publisher;
        this.sweepEvery = sweepEvery;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tally-publisher").start(this::run);
    }

    private void run() {
        long lastSweep = System.nanoTime() - sweepEvery.toNanos();
        boolean more = false;
        while (running) {
            try {
                if (more) {
                    Thread.sleep(STEP);
                } else {
                    publisher.awaitChange(sweepEvery);
                }
                if (System.nanoTime() - lastSweep >= sweepEvery.toNanos()) {
                    lastSweep = System.nanoTime();
                    publisher.sweep();
                }
                more = publisher.publishDue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("tallies not published, trying again cause={}", e.toString());
                more = true;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(3));
            publisher.publishAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            log.warn("last tallies not published, the next start does cause={}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stops after the counters and before the outbox relays.
    @Override
    public int getPhase() {
        return 1000;
    }
}
