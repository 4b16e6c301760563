package dev.toolverdicts.catalog.search;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.FacetCell;
import dev.toolverdicts.catalog.card.WordQueries;
import dev.toolverdicts.catalog.search.Findings.Match;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
public class SearchQueries {

    private static final int NEAREST = 5;

    private final CardQueries cards;
    private final WordQueries words;

    SearchQueries(CardQueries cards, WordQueries words) {
        this.cards = cards;
        this.words = words;
    }

    public Findings find(CardFilter filter) {
        CardPage page = cards.list(filter);
        List<FacetCell> cells = words.cells(filter.q(), Facets.steps(filter));
        Match match = match(filter, cells);
        return new Findings(
                page,
                match,
                Facets.total(cells, filter),
                Facets.of(cells, filter),
                match == Match.NONE && filter.q() != null ? words.nearest(filter.q(), NEAREST) : List.of());
    }

    private static Match match(CardFilter filter, List<FacetCell> cells) {
        if (filter.q() == null) {
            return Match.ALL;
        }
        if (cells.isEmpty()) {
            return Match.NONE;
        }
        return cells.getFirst().asTyped() ? Match.AS_TYPED : Match.CLOSE;
    }
}
