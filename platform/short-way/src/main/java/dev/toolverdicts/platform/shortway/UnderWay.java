package dev.toolverdicts.platform.shortway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;

/// The requests that are on a short way now. A server that stops drains only requests it knows of: before it begins to,
/// the short way is closed, and those on it are answered.
public final class UnderWay implements SmartLifecycle {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean open = true;

    /// @return false when the short way is closed; then nothing has begun
    public boolean begin() {
        requests.incrementAndGet();
        if (open) {
            return true;
        }
        requests.decrementAndGet();
        return false;
    }

    /// When whoever answers the request knows of it: its connection may be closed from now on.
    public void end() {
        requests.decrementAndGet();
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        long until = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (requests.get() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Whether requests may be taken.
    @Override
    public boolean isRunning() {
        return open;
    }

    /// Stops before the web server begins to.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1024 + 1;
    }
}
