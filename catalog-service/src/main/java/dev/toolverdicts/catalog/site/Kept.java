package dev.toolverdicts.catalog.site;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that reads much of the catalog: made for everybody, and again when it is a minute old, by
/// one at a time. Meanwhile others get the last one.
final class Kept<T> {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private record Made<V>(V value, long until) {}

    private final Supplier<T> source;
    private final Clock clock;
    private final AtomicReference<@Nullable Made<T>> made = new AtomicReference<>();
    private final ReentrantLock making = new ReentrantLock();

    Kept(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    T get() {
        Made<T> last = made.get();
        if (last != null && isFresh(last)) {
            return last.value();
        }
        if (last == null) {
            making.lock();
        } else if (!making.tryLock()) {
            return last.value();
        }
        try {
            Made<T> others = made.get();
            if (others != null && isFresh(others)) {
                return others.value();
            }
            T value = source.get();
            made.set(new Made<>(value, clock.millis() + MINUTE.toMillis()));
            return value;
        } finally {
            making.unlock();
        }
    }

    private boolean isFresh(Made<T> one) {
        return clock.millis() < one.until();
    }
}
