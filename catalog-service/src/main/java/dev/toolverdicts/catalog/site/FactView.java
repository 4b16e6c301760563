package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a fact rests on, as the pages show it.
///
/// @param seen the day when somebody last saw it at its source
/// @param source a web address, or null
/// @param check whether that is so long ago that the reader had better look
record FactView(LocalDate seen, @Nullable String source, boolean check) {

    static FactView of(Fact fact) {
        return new FactView(TakeView.day(fact.verifiedAt()), ToolView.webAddress(fact.sourceUrl()), fact.check());
    }

    /// What stands behind the day in a document; nothing while nobody need look.
    String mark() {
        return check ? ", check" : "";
    }
}
