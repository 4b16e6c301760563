package dev.toolverdicts.review.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How long a review is taken for a fresh one: until its tool has a release of a later day, half a
/// year at most.
final class Freshness {

    private static final Duration LASTS = Duration.ofDays(180);

    private Freshness() {}

    /// When a review that was written then is due for another look.
    ///
    /// @param releasedOn the day of the latest release of its tool, null when there is none
    static Instant dueAt(Instant revisedAt, @Nullable LocalDate releasedOn) {
        Instant old = revisedAt.plus(LASTS);
        if (releasedOn == null
                || !releasedOn.isAfter(revisedAt.atOffset(ZoneOffset.UTC).toLocalDate())) {
            return old;
        }
        Instant released = releasedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
        return released.isBefore(old) ? released : old;
    }
}
