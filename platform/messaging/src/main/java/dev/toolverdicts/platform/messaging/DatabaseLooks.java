package dev.toolverdicts.platform.messaging;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Asks the database for the numbers that meters show. While it is away they are NaN, and whoever looks
/// at all of them waits for it once, not once for each: they would hear nothing of the process just
/// when they want to.
public final class DatabaseLooks {

    private static final Duration REST = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private volatile boolean away;
    private volatile long failedAt;

    DatabaseLooks(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// What is asked, or NaN when the database does not answer or did not a moment ago.
    public double at(DoubleSupplier asked) {
        if (away && nanoTime.getAsLong() - failedAt < REST.toNanos()) {
            return Double.NaN;
        }
        try {
            double answer = asked.getAsDouble();
            away = false;
            return answer;
        } catch (DataAccessException | TransactionException e) {
            failedAt = nanoTime.getAsLong();
            away = true;
            return Double.NaN;
        }
    }
}
