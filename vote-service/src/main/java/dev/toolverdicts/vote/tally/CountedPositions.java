package dev.toolverdicts.vote.tally;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/// Waits for places in the log to be counted. While anybody waits, one task asks the database for all of
/// them.
final class CountedPositions {

    private static final Logger log = LoggerFactory.getLogger(CountedPositions.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(25);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(250);
    private static final int MOST_WAITING = 10_000;

    private record Waiter(int partition, long offset, MonoSink<Boolean> answer) {}

    private final Supplier<Map<Integer, Long>> nextOffsets;
    private final Scheduler scheduler;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asking = new AtomicBoolean();

    CountedPositions(Supplier<Map<Integer, Long>> nextOffsets, Scheduler scheduler) {
        this.nextOffsets = nextOffsets;
        this.scheduler = scheduler;
    }

    /// @return true as soon as the place is counted, false when that takes too long
    Mono<Boolean> await(int partition, long offset, Duration atMost) {
        return Mono.<Boolean>create(answer -> add(new Waiter(partition, offset, answer)))
                .timeout(atMost, Mono.just(false));
    }

    private void add(Waiter waiter) {
        if (waiters.size() >= MOST_WAITING) {
            waiter.answer().success(false);
            return;
        }
        waiter.answer().onDispose(() -> waiters.remove(waiter));
        waiters.add(waiter);
        if (asking.compareAndSet(false, true)) {
            ask(Duration.ZERO);
        }
    }

    private void ask(Duration in) {
        var _ = scheduler.schedule(this::ask, in.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        Duration pause = ASK_EVERY;
        try {
            answer(nextOffsets.get());
        } catch (RuntimeException e) {
            log.debug("positions unknown cause={}", e.toString());
            pause = AFTER_FAILURE;
        }
        if (!waiters.isEmpty()) {
            ask(pause);
            return;
        }
        asking.set(false);
        // Somebody may have come after the look and before the mark was taken down.
        if (!waiters.isEmpty() && asking.compareAndSet(false, true)) {
            ask(pause);
        }
    }

    private void answer(Map<Integer, Long> next) {
        for (Waiter waiter : waiters) {
            if (next.getOrDefault(waiter.partition(), 0L) > waiter.offset()) {
                waiter.answer().success(true);
            }
        }
    }
}
