package dev.toolverdicts.catalog.card;

import java.util.List;

/// A page of what words lead to, and what all of that is like.
public record CardFindings(CardPage page, List<FacetCell> cells) {

    public CardFindings {
        cells = List.copyOf(cells);
    }
}
