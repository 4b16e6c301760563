package dev.toolverdicts.gateway.copies;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of one service, asked in turn. One that could not be reached is passed over for a while,
/// and then taken in again little by little.
public final class Copies {

    private static final Logger log = LoggerFactory.getLogger(Copies.class);

    private final String name;
    private final long rest;
    private final long slowStart;
    private final LongSupplier nanoTime;
    private final AtomicInteger turn = new AtomicInteger();
    private final RetryBudget budget = new RetryBudget();
    private volatile List<Copy> all;

    Copies(String name, List<URI> addresses, Duration rest, Duration slowStart, LongSupplier nanoTime) {
        this.name = name;
        this.rest = rest.toNanos();
        this.slowStart = slowStart.toNanos();
        this.nanoTime = nanoTime;
        long now = nanoTime.getAsLong();
        this.all = addresses.stream()
                .map(address -> Copy.longThere(address, now, this.slowStart))
                .toList();
    }

    /// These are the copies from now on. What is known of one that stays is kept; one that has come
    /// takes its share little by little. Called by one thread.
    void replace(List<URI> addresses) {
        List<Copy> before = all;
        long now = nanoTime.getAsLong();
        List<Copy> after = addresses.stream()
                .map(address -> before.stream()
                        .filter(copy -> copy.address().equals(address))
                        .findFirst()
                        .orElseGet(() -> Copy.justCome(address, now, slowStart)))
                .toList();
        if (!after.equals(before)) {
            all = after;
            log.info("event=copies group={} copies={}", name, after);
        }
    }

    /// One that does not rest and was not tried, rather one that is long back; else one that
    /// rests; else any. Somebody always gets the request: when all of them rest, the first to
    /// be back must be found.
    public Copy next(boolean read, Collection<Copy> tried) {
        long now = nanoTime.getAsLong();
        List<Copy> all = this.all;
        int start = Math.floorMod(turn.getAndIncrement(), all.size());
        @Nullable Copy declining = null;
        @Nullable Copy resting = null;
        for (int i = 0; i < all.size(); i++) {
            Copy copy = all.get((start + i) % all.size());
            if (tried.contains(copy)) {
                continue;
            }
            if (copy.rests(now)) {
                resting = resting == null ? copy : resting;
            } else if (copy.takes(read, now)) {
                return copy;
            } else {
                declining = declining == null ? copy : declining;
            }
        }
        if (declining != null) {
            return declining;
        }
        return resting == null ? all.get(start) : resting;
    }

    /// A lone copy is asked once more, for a connection that was closed just as it was used.
    public int attempts() {
        return Math.max(2, all.size());
    }

    /// Whether there is anybody else to ask.
    boolean several() {
        return all.size() > 1;
    }

    /// A request is on its way to one of them.
    public void asked() {
        budget.save();
    }

    /// Whether a read may be taken from a copy that is slow, and sent to another.
    public boolean maySpare() {
        return several() && budget.isLeft();
    }

    /// One was.
    public void spared() {
        budget.spend();
    }

    public void rest(Copy copy, Object cause) {
        long now = nanoTime.getAsLong();
        if (copy.rest(now, now + rest)) {
            log.warn("event=copy_rests group={} copy={} cause={}", name, copy, cause);
        }
    }

    /// Whether no copy needs anything else.
    public boolean allSpeak(String scheme) {
        return all.stream().allMatch(copy -> scheme.equals(copy.address().getScheme()));
    }

    /// Whether a copy is passed over now.
    public boolean rests(Copy copy) {
        return copy.rests(nanoTime.getAsLong());
    }

    int known() {
        return all.size();
    }

    long resting() {
        long now = nanoTime.getAsLong();
        return all.stream().filter(copy -> copy.rests(now)).count();
    }

    long now() {
        return nanoTime.getAsLong();
    }
}
