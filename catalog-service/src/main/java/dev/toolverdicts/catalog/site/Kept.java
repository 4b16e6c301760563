package dev.toolverdicts.catalog.site;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that reads much of the catalog: made for everybody, and again when it is a minute old.
final class Kept<T> {

    static final Duration MINUTE = Duration.ofMinutes(1);

    private record Made<V>(V value, long until) {}

    private final Supplier<T> source;
    private final Clock clock;
    private final AtomicReference<@Nullable Made<T>> made = new AtomicReference<>();

    Kept(Supplier<T> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    T get() {
        Made<T> last = made.get();
        if (last != null && clock.millis() < last.until()) {
            return last.value();
        }
        T value = source.get();
        made.set(new Made<>(value, clock.millis() + MINUTE.toMillis()));
        return value;
    }
}
