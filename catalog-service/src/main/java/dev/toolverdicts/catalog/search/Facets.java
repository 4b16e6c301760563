package dev.toolverdicts.catalog.search;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.FacetCell;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the tools found can be narrowed down by, and how many would be left. What is chosen already
/// counts for all facets but its own, so that each says what choosing differently would lead to.
public record Facets(
        List<Facet> category,
        List<Facet> licenseClass,
        List<Facet> entry,
        List<Facet> verdict,
        List<VoteFacet> minVotes) {

    /// The numbers of votes that are offered.
    private static final List<Long> STEPS = List.of(1L, 5L, 20L, 100L);

    public record Facet(String value, long tools) {}

    public record VoteFacet(long value, long tools) {}

    /// The numbers of votes that the cells for a filter must tell apart, rising.
    static List<Long> steps(CardFilter filter) {
        return Stream.concat(STEPS.stream(), Stream.of(filter.minVotes()))
                .filter(step -> step > 0)
                .distinct()
                .sorted()
                .toList();
    }

    static long total(List<FacetCell> cells, CardFilter filter) {
        return tools(cells.stream().filter(all(filter)));
    }

    static Facets of(List<FacetCell> cells, CardFilter filter) {
        return new Facets(
                facet(cells, butFor(filter, Own.CATEGORY), FacetCell::category),
                facet(cells, butFor(filter, Own.LICENSE_CLASS), FacetCell::licenseClass),
                facet(cells, butFor(filter, Own.ENTRY), FacetCell::entry),
                facet(cells, butFor(filter, Own.VERDICT), FacetCell::verdict),
                votes(cells.stream().filter(butFor(filter, Own.VOTES)).toList()));
    }

    private enum Own {
        NONE,
        CATEGORY,
        LICENSE_CLASS,
        ENTRY,
        VERDICT,
        VOTES
    }

    private static Predicate<FacetCell> all(CardFilter filter) {
        return butFor(filter, Own.NONE);
    }

    private static Predicate<FacetCell> butFor(CardFilter filter, Own own) {
        return cell -> (own == Own.CATEGORY || fits(filter.category(), cell.category()))
                && (own == Own.LICENSE_CLASS || fits(filter.licenseClass(), cell.licenseClass()))
                && (own == Own.ENTRY || fits(filter.entry(), cell.entry()))
                && (own == Own.VERDICT || fits(filter.verdict(), cell.verdict()))
                && (own == Own.VOTES || cell.votes() >= filter.minVotes());
    }

    private static boolean fits(@Nullable String chosen, String value) {
        return chosen == null || chosen.isEmpty() || chosen.equals(value);
    }

    private static List<Facet> facet(
            List<FacetCell> cells, Predicate<FacetCell> counted, Function<FacetCell, String> value) {
        Map<String, Long> tools = cells.stream()
                .filter(counted)
                .collect(Collectors.groupingBy(value, Collectors.summingLong(FacetCell::tools)));
        return tools.entrySet().stream()
                .map(each -> new Facet(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Facet::tools).reversed().thenComparing(Facet::value))
                .toList();
    }

    private static List<VoteFacet> votes(List<FacetCell> cells) {
        return STEPS.stream()
                .map(step -> new VoteFacet(step, tools(cells.stream().filter(cell -> cell.votes() >= step))))
                .filter(votes -> votes.tools() > 0)
                .toList();
    }

    private static long tools(Stream<FacetCell> cells) {
        return cells.mapToLong(FacetCell::tools).sum();
    }
}
