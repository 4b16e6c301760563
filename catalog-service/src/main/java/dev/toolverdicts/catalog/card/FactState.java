package dev.toolverdicts.catalog.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a fact rests on, as the tool's event carries it.
record FactState(
        @Nullable String sourceUrl,
        Instant capturedAt,
        Instant verifiedAt,
        @Nullable String verifiedBy) {

    /// Events of the first version name no evidence: what they say was read when it was written.
    static FactState unsaid(@Nullable String websiteUrl, Instant read) {
        return new FactState(websiteUrl, read, read, null);
    }
}
