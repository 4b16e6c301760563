package dev.toolverdicts.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.FacetCell;
import dev.toolverdicts.catalog.search.Facets.Facet;
import dev.toolverdicts.catalog.search.Facets.VoteFacet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private static final List<FacetCell> CELLS = List.of(
            cell("audio", "osi_open", "Free", "ship", 0, 3),
            cell("audio", "proprietary", "Paid", "skip", 5, 2),
            cell("models", "osi_open", "Free", "ship", 100, 4),
            cell("models", "osi_open", "Free", "pending", 1, 2));

    private static FacetCell cell(
            String category, String licenseClass, String entry, String verdict, long votes, long tools) {
        return new FacetCell(category, licenseClass, entry, verdict, votes, tools, true);
    }

    private static CardFilter filter(String category, String entry, String verdict, long minVotes) {
        return new CardFilter(category, null, verdict, entry, null, minVotes, Sort.NEWEST, 20, null);
    }

    @Test
    void withoutAChoiceEverythingIsCountedTheMostFirst() {
        Facets facets = Facets.of(CELLS, filter(null, null, null, 0));

        assertThat(facets.category()).containsExactly(new Facet("models", 6), new Facet("audio", 5));
        assertThat(facets.licenseClass()).containsExactly(new Facet("osi_open", 9), new Facet("proprietary", 2));
        assertThat(facets.entry()).containsExactly(new Facet("Free", 9), new Facet("Paid", 2));
        assertThat(facets.verdict())
                .containsExactly(new Facet("ship", 7), new Facet("pending", 2), new Facet("skip", 2));
        assertThat(facets.minVotes())
                .containsExactly(new VoteFacet(1, 8), new VoteFacet(5, 6), new VoteFacet(20, 4), new VoteFacet(100, 4));
        assertThat(Facets.total(CELLS, filter(null, null, null, 0))).isEqualTo(11);
    }

    @Test
    void aChoiceCountsForAllFacetsButItsOwn() {
        CardFilter audio = filter("audio", null, null, 0);
        Facets facets = Facets.of(CELLS, audio);

        assertThat(facets.category()).containsExactly(new Facet("models", 6), new Facet("audio", 5));
        assertThat(facets.verdict()).containsExactly(new Facet("ship", 3), new Facet("skip", 2));
        assertThat(Facets.total(CELLS, audio)).isEqualTo(5);
    }

    @Test
    void choicesCountTogether() {
        CardFilter freeAudio = filter("audio", "Free", null, 0);
        Facets facets = Facets.of(CELLS, freeAudio);

        assertThat(facets.category()).containsExactly(new Facet("models", 6), new Facet("audio", 3));
        assertThat(facets.entry()).containsExactly(new Facet("Free", 3), new Facet("Paid", 2));
        assertThat(facets.minVotes()).isEmpty();
        assertThat(Facets.total(CELLS, filter("audio", "Paid", "ship", 0))).isZero();
    }

    @Test
    void aNumberOfVotesThatIsNotOfferedIsToldApartToo() {
        assertThat(Facets.steps(filter(null, null, null, 7))).containsExactly(1L, 5L, 7L, 20L, 100L);
        assertThat(Facets.steps(filter(null, null, null, 5))).containsExactly(1L, 5L, 20L, 100L);
        assertThat(Facets.steps(filter(null, null, null, 0))).containsExactly(1L, 5L, 20L, 100L);
    }

    @Test
    void anEmptyCategoryIsNoChoice() {
        assertThat(Facets.total(CELLS, filter("", null, null, 0))).isEqualTo(11);
    }
}
