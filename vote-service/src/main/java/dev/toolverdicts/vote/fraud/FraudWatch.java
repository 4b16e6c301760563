package dev.toolverdicts.vote.fraud;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The thread that looks, for at most a tenth of the time.
final class FraudWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FraudWatch.class);
    private static final int PAUSES = 9;

    private final FraudScan scan;
    private final Duration every;
    private final Timer looks;
    private volatile CountDownLatch end = new CountDownLatch(0);
    private volatile Thread thread = Thread.currentThread();

    FraudWatch(FraudScan scan, Duration every, Timer looks) {
        this.scan = scan;
        this.every = every;
        this.looks = looks;
    }

    @Override
    public void start() {
        end = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("fraud-watch").start(this::run);
    }

    private void run() {
        try {
            Duration pause = every;
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = pauseAfter(look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration look() {
        long began = System.nanoTime();
        try {
            scan.lookIfNeeded();
        } catch (DataAccessException | TransactionException e) {
            log.warn("votes not looked at, trying again cause={}", e.toString());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        looks.record(took);
        return took;
    }

    Duration pauseAfter(Duration took) {
        Duration rest = took.multipliedBy(PAUSES);
        return rest.compareTo(every) > 0 ? rest : every;
    }

    @Override
    public void stop() {
        end.countDown();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }

    /// Stops before the outbox relays.
    @Override
    public int getPhase() {
        return 1000;
    }
}
