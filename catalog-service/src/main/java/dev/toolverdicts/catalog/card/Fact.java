package dev.toolverdicts.catalog.card;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a fact rests on, and whether it is still to be relied on.
///
/// @param sourceUrl where it can be read; null when nobody has named a place
/// @param capturedAt when this value was first read there
/// @param verifiedAt when somebody last saw it there
/// @param verifiedBy in which role; null when it is not known
/// @param check whether that is long ago, so that a reader had better look
/// @param outdated whether it is so long ago that nothing is concluded from it
public record Fact(
        @Nullable String sourceUrl,
        Instant capturedAt,
        Instant verifiedAt,
        @Nullable String verifiedBy,
        boolean check,
        boolean outdated) {

    public static final Duration CHECK_AFTER = Duration.ofDays(30);
    public static final Duration OUTDATED_AFTER = Duration.ofDays(90);

    static Fact of(FactState state, Instant now) {
        Duration age = Duration.between(state.verifiedAt(), now);
        return new Fact(
                state.sourceUrl(),
                state.capturedAt(),
                state.verifiedAt(),
                state.verifiedBy(),
                age.compareTo(CHECK_AFTER) > 0,
                age.compareTo(OUTDATED_AFTER) > 0);
    }

    /// How far it has aged. It only rises while nobody looks.
    int staleness() {
        return outdated ? 2 : check ? 1 : 0;
    }
}
