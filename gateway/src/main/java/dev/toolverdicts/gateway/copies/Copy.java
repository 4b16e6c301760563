package dev.toolverdicts.gateway.copies;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One running copy of a service, until when it is passed over, and how much of its share it takes after that. Times
/// are those of `System.nanoTime()`.
public final class Copy {

    private static final double LEAST = 0.05;

    private final URI address;
    private final String origin;
    private final long slowStart;
    private final AtomicLong restsUntil;
    private final AtomicInteger offers = new AtomicInteger();

    private Copy(URI address, long restsUntil, long slowStart) {
        this.address = address;
        this.origin = address.getScheme() + "://" + address.getRawAuthority();
        this.slowStart = slowStart;
        this.restsUntil = new AtomicLong(restsUntil);
    }

    static Copy longThere(URI address, long now, long slowStart) {
        return new Copy(address, now - 2 * slowStart, slowStart);
    }

    /// One that is as cold as one that is back from a rest.
    static Copy justCome(URI address, long now, long slowStart) {
        return new Copy(address, now, slowStart);
    }

    public URI address() {
        return address;
    }

    /// The address at this copy, letter by letter as it was asked for.
    public URI at(String rawPath, @Nullable String rawQuery) {
        return URI.create(origin + rawPath + (rawQuery == null ? "" : "?" + rawQuery));
    }

    boolean rests(long now) {
        return restsUntil.get() - now > 0;
    }

    /// Whether it takes the request that is offered to it. One that is back has not loaded and compiled what it runs
    /// yet: a full share at once would queue up in front of it. Its share grows with time, and begins with reads:
    /// they may be asked elsewhere when it is slow.
    boolean takes(boolean read, long now) {
        long back = now - restsUntil.get() - (read ? 0 : slowStart / 2);
        if (back >= slowStart) {
            return true;
        }
        double share = Math.max(read ? LEAST : 0, (double) back / slowStart);
        int offer = offers.incrementAndGet();
        return Math.floor(offer * share) > Math.floor((offer - 1) * share);
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
