package dev.toolverdicts.gateway.copies;

import dev.toolverdicts.gateway.problem.BackendFailure;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The attempts to get one request answered.
final class Journey {

    private final URI asked;
    private final Copies copies;
    private final boolean repeatable;
    private final long patience;
    private final List<Copy> tried = new ArrayList<>(2);
    private long firstFailure;

    Journey(URI asked, Copies copies, boolean repeatable, Duration patience) {
        this.asked = asked;
        this.copies = copies;
        this.repeatable = repeatable;
        this.patience = patience.toNanos();
    }

    URI next() {
        Copy copy = copies.next(tried);
        tried.add(copy);
        return copy.at(asked.getRawPath(), asked.getRawQuery());
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
        boolean safe = switch (failure) {
            case UNREACHED -> true;
            case CUT_OFF -> repeatable;
            case TOO_SLOW, NONE -> false;
        };
        return safe && tried.size() < copies.attempts() && now - firstFailure < patience;
    }
}
