package dev.toolverdicts.gateway.copies;

import dev.toolverdicts.gateway.problem.BackendFailure;
import dev.toolverdicts.gateway.problem.Problem;
import dev.toolverdicts.gateway.problem.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attempts to get one request answered.
final class Journey {

    private final URI asked;
    private final Copies copies;
    private final Repeat repeat;
    private final Patience patience;
    private final List<Copy> tried = new ArrayList<>(2);
    private final long began;
    private long firstFailure;
    private boolean hurried;
    private boolean wasSlow;

    /// @param before the attempt that this goes on from; null for none
    Journey(URI asked, Copies copies, Repeat repeat, Patience patience, @Nullable Attempt before) {
        this.asked = asked;
        this.copies = copies;
        this.repeat = repeat;
        this.patience = patience;
        if (before == null) {
            this.began = copies.now();
            copies.asked();
        } else {
            this.began = before.began();
            this.wasSlow = before.spared();
            this.firstFailure = copies.now();
            this.tried.add(before.copy());
        }
    }

    /// Whether an attempt before this has taken all the time there is.
    boolean isOver() {
        Duration all = patience.all();
        return !tried.isEmpty() && all != null && copies.now() - began >= all.toNanos();
    }

    URI next() {
        Copy copy = copies.next(repeat == Repeat.READ, tried);
        tried.add(copy);
        return copy.at(asked.getRawPath(), asked.getRawQuery());
    }

    /// How long the copy that [#next] named may take; null for as long as its route allows. A slow copy costs a read
    /// not all of its time, once, if another is there to ask.
    ///
    /// Writes wait for the copy they are with: it may have its effect at any later time, also after the next write
    /// of the same client, who had an answer from elsewhere and must be able to trust it.
    @Nullable
    Duration limit() {
        Duration all = patience.all();
        if (repeat != Repeat.READ || all == null) {
            return null;
        }
        long left = all.toNanos() - (copies.now() - began);
        hurried = !wasSlow
                && tried.size() < copies.attempts()
                && patience.another().toNanos() < left
                && copies.maySpare();
        if (hurried) {
            return patience.another();
        }
        return copies.several() && tried.size() > 1 ? Duration.ofNanos(Math.max(1, left)) : null;
    }

    /// A request that reached nobody may always go to another copy; one that may have had its effect only when it is
    /// repeatable.
    boolean goesOnAfter(BackendFailure failure) {
        if (failure == BackendFailure.UNREACHED || failure == BackendFailure.TOO_SLOW) {
            copies.rest(tried.getLast(), failure);
        }
        long now = copies.now();
        if (tried.size() == 1) {
            firstFailure = now;
        }
        return isSafeAfter(failure)
                && tried.size() < copies.attempts()
                && now - firstFailure < patience.failures().toNanos();
    }

    private boolean isSafeAfter(BackendFailure failure) {
        return switch (failure) {
            case UNREACHED -> true;
            case CUT_OFF -> repeat != Repeat.NEVER;
            case TOO_SLOW -> goesOnAfterHurry();
            case NONE -> false;
        };
    }

    private boolean goesOnAfterHurry() {
        if (hurried) {
            wasSlow = true;
            copies.spared();
        }
        return hurried;
    }

    /// What its client hears in the end: whose write may be repeated, that asking again is safe, and when to.
    Throwable told(Throwable failure) {
        return repeat.isWrite() && BackendFailure.of(failure) == BackendFailure.TOO_SLOW
                ? new Refusal(Problem.notInTime())
                : failure;
    }
}
