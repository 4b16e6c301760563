package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.Facts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a fact of a tool was read and when, as a file carries it.
///
/// @param sourceUrl a web address; null when nobody has named one
/// @param check whether it was last seen so long ago that the reader had better look
record FactSource(String fact, @Nullable String sourceUrl, Instant capturedAt, Instant verifiedAt, boolean check) {

    static List<FactSource> of(Facts facts) {
        return List.of(of("price", facts.price()), of("license", facts.license()), of("status", facts.status()));
    }

    private static FactSource of(String name, Fact fact) {
        FactView shown = FactView.of(fact);
        return new FactSource(name, shown.source(), fact.capturedAt(), fact.verifiedAt(), shown.check());
    }
}
