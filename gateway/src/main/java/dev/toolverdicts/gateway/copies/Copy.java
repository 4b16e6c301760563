package dev.toolverdicts.gateway.copies;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One running copy of a service, and until when it is passed over. Times are those of `System.nanoTime()`.
public final class Copy {

    private final String origin;
    private final AtomicLong restsUntil;

    Copy(URI address, long now) {
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
        this.restsUntil = new AtomicLong(now);
    }

    /// The address at this copy, letter by letter as it was asked for.
    public URI at(String rawPath, @Nullable String rawQuery) {
        return URI.create(origin + rawPath + (rawQuery == null ? "" : "?" + rawQuery));
    }

    boolean rests(long now) {
        return restsUntil.get() - now > 0;
    }

    /// @return whether it did not rest already
    boolean rest(long now, long until) {
        return restsUntil.getAndSet(until) - now <= 0;
    }

    @Override
    public String toString() {
        return origin;
    }
}
