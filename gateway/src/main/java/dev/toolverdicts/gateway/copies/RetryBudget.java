package dev.toolverdicts.gateway.copies;

import java.util.concurrent.atomic.AtomicInteger;

/// How many reads may go to a second copy because the first is slow: one for ten requests. A service that is slow
/// because it is busy would be buried under more.
final class RetryBudget {

    private static final int REQUESTS_FOR_ONE = 10;
    private static final int MOST = 100 * REQUESTS_FOR_ONE;

    private final AtomicInteger saved = new AtomicInteger(MOST);

    void save() {
        if (saved.get() < MOST) {
            saved.incrementAndGet();
        }
    }

    boolean isLeft() {
        return saved.get() >= REQUESTS_FOR_ONE;
    }

    /// Those under way when it was used up overdraw it; it is saved again before the next.
    void spend() {
        saved.addAndGet(-REQUESTS_FOR_ONE);
    }
}
