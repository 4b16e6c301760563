package dev.toolverdicts.catalog.search;

import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.NearName;
import java.util.List;

/// What somebody who looked for tools gets to see.
///
/// @param total how many there are on all pages
/// @param nearest the names that come nearest, wherever they are filed, when no tool has the words as
///     they are typed
public record Findings(CardPage page, Match match, long total, Facets facets, List<NearName> nearest) {

    public enum Match {
        /// Nothing was typed: these are all tools.
        ALL,
        /// All words are there, whatever it is narrowed down to.
        AS_TYPED,
        /// No tool has the words; these have words that are close to them.
        CLOSE,
        /// Nothing is even close.
        NONE
    }
}
