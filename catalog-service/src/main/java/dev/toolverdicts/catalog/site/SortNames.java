package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter.Sort;

/// What the pages call the orders of a list.
final class SortNames {

    private SortNames() {}

    static String of(Sort sort) {
        return switch (sort) {
            case NEWEST -> "Newest";
            case PANEL -> "Panel ship";
            case COMMUNITY -> "Community";
            case TRENDING -> "Trending";
            case MATCH -> "Best match";
        };
    }
}
