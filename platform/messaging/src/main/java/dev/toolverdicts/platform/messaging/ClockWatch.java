package dev.toolverdicts.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Compares this machine's clock with the database's: copies whose clocks differ start and end
/// things at different times, and refuse each other's tokens. Says so once, and once more when it
/// is over. Nothing stops, since which of the two is wrong nobody here can know.
final class ClockWatch implements HealthIndicator, MeterBinder, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    /// More than clocks differ that somebody keeps.
    static final Duration TOLERATED = Duration.ofSeconds(10);

    private final Supplier<Instant> database;
    private final Clock own;
    private volatile @Nullable Duration ahead;
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean running;

    /// @param own this machine's, also where the service is told another time
    ClockWatch(Supplier<Instant> database, Clock own) {
        this.database = database;
        this.own = own;
    }

    /// Seconds by which this machine is ahead of the database, NaN when that is not known.
    double aheadSeconds() {
        Duration known = ahead;
        return known == null ? Double.NaN : known.toMillis() / 1000.0;
    }

    void look() {
        boolean wasOff = isOff(ahead);
        try {
            Instant before = own.instant();
            Instant there = database.get();
            Duration trip = Duration.between(before, own.instant());
            ahead = Duration.between(there, before.plus(trip.dividedBy(2)));
        } catch (DataAccessException | TransactionException e) {
            ahead = null;
            return;
        }
        if (isOff(ahead) && !wasOff) {
            log.error("CLOCK OFF: this machine is {} s ahead of the database, set the wrong one", aheadSeconds());
        } else if (wasOff && !isOff(ahead)) {
            log.info("clock right again seconds={}", aheadSeconds());
        }
    }

    private static boolean isOff(@Nullable Duration ahead) {
        return ahead != null && ahead.abs().compareTo(TOLERATED) > 0;
    }

    @Override
    public Health health() {
        return (isOff(ahead) ? Health.down() : Health.up())
                .withDetail("aheadSeconds", aheadSeconds())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("messaging.clock.ahead", this, ClockWatch::aheadSeconds)
                .description("Seconds by which this machine's clock is ahead of the database's")
                .register(registry);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("clock").daemon().start(this::run);
    }

    private void run() {
        while (running) {
            look();
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
