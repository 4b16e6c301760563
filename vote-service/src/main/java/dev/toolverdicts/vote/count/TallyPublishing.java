package dev.toolverdicts.vote.count;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The thread that publishes tallies: at once when it was idle, in rounds while there is more to come. A round costs
/// every
/// service that reads them, so that the more it told the longer it is until the next one.
final class TallyPublishing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TallyPublishing.class);

    private final TallyPublisher publisher;
    private final CountSettings settings;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    TallyPublishing(TallyPublisher publisher, CountSettings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("tally-publisher").start(this::run);
    }

    private void run() {
        long lastSweep = System.nanoTime() - settings.sweepEvery().toNanos();
        while (running) {
            int told = 0;
            try {
                if (System.nanoTime() - lastSweep >= settings.sweepEvery().toNanos()) {
                    lastSweep = System.nanoTime();
                    publisher.sweep();
                }
                told = publisher.publishDue();
            } catch (DataAccessException | TransactionException e) {
                log.warn("tallies not published, trying again cause={}", e.toString());
            }
            try {
                if (told > 0 || publisher.hasMore()) {
                    Thread.sleep(settings.pauseAfter(told));
                } else {
                    publisher.awaitChange(settings.sweepEvery());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
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
