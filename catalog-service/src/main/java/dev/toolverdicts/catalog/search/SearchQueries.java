package dev.toolverdicts.catalog.search;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFindings;
import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.FacetCell;
import dev.toolverdicts.catalog.card.WordQueries;
import dev.toolverdicts.catalog.category.Category;
import dev.toolverdicts.catalog.category.CategoryQueries;
import dev.toolverdicts.catalog.search.Findings.Match;
import dev.toolverdicts.platform.web.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
public class SearchQueries {

    private static final int NEAREST = 3;

    private final CardQueries cards;
    private final WordQueries words;
    private final CategoryQueries categories;

    SearchQueries(CardQueries cards, WordQueries words, CategoryQueries categories) {
        this.cards = cards;
        this.words = words;
        this.categories = categories;
    }

    /// @throws InvalidInput for a category that there is not
    public Findings find(CardFilter filter) {
        checkCategory(filter.category());
        CardFindings found = cards.find(filter, Facets.steps(filter));
        List<FacetCell> cells = found.cells();
        Match match = match(filter, cells);
        return new Findings(
                found.page(),
                match,
                Facets.total(cells, filter),
                Facets.of(cells, filter),
                isAsTyped(match) || filter.q() == null ? List.of() : words.nearest(filter.q(), NEAREST));
    }

    /// An empty list would say that nothing is filed there.
    private void checkCategory(@Nullable String asked) {
        if (asked != null) {
            List<String> keys =
                    categories.all().stream().map(Category::key).sorted().toList();
            if (!keys.contains(asked)) {
                throw InvalidInput.of("/category", "must be one of " + String.join(", ", keys));
            }
        }
    }

    private static boolean isAsTyped(Match match) {
        return match == Match.ALL || match == Match.AS_TYPED;
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
