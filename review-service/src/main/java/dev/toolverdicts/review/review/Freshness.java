package dev.toolverdicts.review.review;

import java.time.Duration;
import java.time.Instant;

/// How long a review is taken for a fresh one.
final class Freshness {

    private static final Duration LASTS = Duration.ofDays(180);

    private Freshness() {}

    /// When a review that was written then is due for another look.
    static Instant dueAt(Instant revisedAt) {
        return revisedAt.plus(LASTS);
    }
}
