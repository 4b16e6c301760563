package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// The comparisons that are offered: the panel's best of one category against each other, never all with all.
record UsefulPairs(PageQueries pages) {

    private static final int TOOLS_PER_CATEGORY = 8;
    private static final int PAIRS_PER_CATEGORY = TOOLS_PER_CATEGORY * (TOOLS_PER_CATEGORY - 1) / 2;

    List<ToolCard> best(String category) {
        return pages.tools(CardFilter.ofCategory(category, Sort.PANEL, TOOLS_PER_CATEGORY, null))
                .cards();
    }

    List<Pair> of(String category) {
        return Pair.among(best(category), PAIRS_PER_CATEGORY);
    }
}
