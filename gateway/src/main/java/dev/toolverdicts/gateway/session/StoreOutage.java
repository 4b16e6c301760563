package dev.toolverdicts.gateway.session;

import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Remembers for a moment that the store is away. Whoever asks it then waits for a connection in vain,
/// and anybody can send a cookie. After that moment one request finds out whether it is back; the
/// others do not wait for its answer.
final class StoreOutage {

    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    /// For the request that finds out: longer than a connection may take to come.
    private static final long FINDING_OUT = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Away> away = new AtomicReference<>();

    StoreOutage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// @throws Refusal at once while the store is known to be away
    <T> T unlessAway(Supplier<T> asking) {
        if (isAway()) {
            throw new Refusal(Problem.unavailable());
        }
        boolean reached = true;
        try {
            return asking.get();
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException | FlywayException failure) {
            reached = false;
            throw failure;
        } finally {
            away.set(reached ? null : from(MOMENT));
        }
    }

    private boolean isAway() {
        Away known = away.get();
        if (known == null) {
            return false;
        }
        return nanoTime.getAsLong() - known.until() < 0 || !away.compareAndSet(known, from(FINDING_OUT));
    }

    private Away from(long nanos) {
        return new Away(nanoTime.getAsLong() + nanos);
    }

    /// @param until when somebody may find out
    private record Away(long until) {}
}
