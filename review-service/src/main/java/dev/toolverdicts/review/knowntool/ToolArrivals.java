package dev.toolverdicts.review.knowntool;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Rings when this copy of the service has committed news about tools. Who takes [#count()] before looking cannot
/// miss it.
@Component
class ToolArrivals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long count;

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    void ring() {
        lock.lock();
        try {
            count++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns as soon as the count is above the given one, or after the longest wait.
    void awaitAbove(long seen, Duration atMost) {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (count <= seen && nanos > 0) {
                nanos = rung.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
