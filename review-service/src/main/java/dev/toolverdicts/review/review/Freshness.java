package dev.toolverdicts.review.review;

import java.time.Duration;
import java.time.Instant;

/// How long a review is taken for a fresh one.
public final class Freshness {

    private static final Duration LASTS = Duration.ofDays(180);

    private Freshness() {}

    /// When a review that was written then is due for another look.
    public static Instant dueAt(Instant revisedAt) {
        return revisedAt.plus(LASTS);
    }

    /// What was written up to then is due now.
    public static Instant dueSince(Instant now) {
        return now.minus(LASTS);
    }
}
