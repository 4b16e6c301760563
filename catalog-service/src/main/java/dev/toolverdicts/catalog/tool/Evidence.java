package dev.toolverdicts.catalog.tool;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a fact rests on.
///
/// @param sourceUrl where it can be read; null when nobody has named a place
/// @param capturedAt when this value was first read there
/// @param verifiedAt when somebody last saw it there
/// @param verifiedBy the subject of who did; null when it is not known
record Evidence(
        @Nullable String sourceUrl,
        Instant capturedAt,
        Instant verifiedAt,
        @Nullable String verifiedBy) {

    /// Of a value that was not there before.
    static Evidence captured(@Nullable String source, Instant at, String actor) {
        return new Evidence(source, at, at, actor);
    }

    /// Of the same value as before, last seen at a time.
    Evidence seen(@Nullable String source, Instant at, String actor) {
        return new Evidence(source, capturedAt, at, at.equals(verifiedAt) ? verifiedBy : actor);
    }
}
