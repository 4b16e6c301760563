package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.search.Facets;
import dev.toolverdicts.catalog.search.Findings;
import dev.toolverdicts.catalog.search.Findings.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What words and choices lead to, and what they can be changed to.
///
/// @param kept what the form sends along with other words
/// @param all where the words lead without any choice, null when nothing is chosen
record SearchPage(
        String words,
        String heading,
        String counts,
        Map<String, String> kept,
        List<Choice> orders,
        List<Group> groups,
        List<ToolView> tools,
        @Nullable String next,
        @Nullable String all,
        List<NearName> nearest) {

    /// @param tools how many it leaves, null where it is not about numbers
    record Choice(
            String name,
            String path,
            boolean current,
            @Nullable String tools) {}

    record Group(String name, List<Choice> choices) {}

    /// @param categories their names by their keys
    static SearchPage of(CardFilter filter, Findings found, Map<String, String> categories) {
        var address = new SearchAddress(filter);
        String words = filter.q() == null ? "" : filter.q();
        String next = found.page().next();
        return new SearchPage(
                words,
                words.isEmpty() ? "Find a tool" : "Tools for “" + words + "”",
                counts(found),
                address.kept(),
                found.page().cards().size() > 1 ? orders(filter, address) : List.of(),
                groups(filter, found.facets(), address, categories),
                found.page().cards().stream().map(ToolView::of).toList(),
                next == null ? null : address.with("cursor", next),
                address.kept().isEmpty() ? null : new SearchAddress(CardFilter.ofWords(words, 1)).with("sort", null),
                found.nearest());
    }

    private static String counts(Findings found) {
        String tools = Words.count(found.total(), "tool") + ".";
        if (found.match() == Match.NONE) {
            return "No tool has these words, and none comes close to them.";
        }
        if (found.total() == 0) {
            return "Nothing is left of what was found.";
        }
        return found.match() == Match.CLOSE
                ? "No tool has these words as they are typed. What comes close: " + tools
                : tools;
    }

    private static List<Choice> orders(CardFilter filter, SearchAddress address) {
        boolean hasWords = filter.q() != null;
        return Stream.of(Sort.MATCH, Sort.NEWEST, Sort.PANEL, Sort.COMMUNITY, Sort.TRENDING)
                .filter(sort -> hasWords || sort != Sort.MATCH)
                .map(sort -> new Choice(
                        SortNames.of(sort),
                        address.with("sort", SearchAddress.word(sort, hasWords)),
                        sort == filter.sort(),
                        null))
                .toList();
    }

    private static List<Group> groups(
            CardFilter filter, Facets facets, SearchAddress address, Map<String, String> categories) {
        List<Facets.Facet> votes = facets.minVotes().stream()
                .map(step -> new Facets.Facet(Long.toString(step.value()), step.tools()))
                .toList();
        String minVotes = filter.minVotes() == 0 ? null : Long.toString(filter.minVotes());
        return Stream.of(
                        group(
                                "Category",
                                "category",
                                filter.category(),
                                facets.category(),
                                address,
                                key -> categories.getOrDefault(key, key)),
                        group(
                                "License",
                                "licenseClass",
                                filter.licenseClass(),
                                facets.licenseClass(),
                                address,
                                key -> Words.capital(ToolView.meaning(key))),
                        group("Entry", "entry", filter.entry(), facets.entry(), address, UnaryOperator.identity()),
                        group(
                                "Panel verdict",
                                "verdict",
                                filter.verdict(),
                                facets.verdict(),
                                address,
                                key -> VerdictView.of(key).word()),
                        group("Votes", "minVotes", minVotes, votes, address, key -> key + " or more"))
                .filter(group -> group.choices().size() > 1)
                .toList();
    }

    /// What is chosen is there even when it leaves nothing, or it could not be taken back.
    private static Group group(
            String name,
            String parameter,
            @Nullable String chosen,
            List<Facets.Facet> facet,
            SearchAddress address,
            UnaryOperator<String> words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("Any", address.with(parameter, null), chosen == null, null));
        if (chosen != null && facet.stream().noneMatch(each -> each.value().equals(chosen))) {
            choices.add(new Choice(words.apply(chosen), address.with(parameter, chosen), true, "0"));
        }
        facet.forEach(each -> choices.add(new Choice(
                words.apply(each.value()),
                address.with(parameter, each.value()),
                each.value().equals(chosen),
                Words.number(each.tools()))));
        return new Group(name, List.copyOf(choices));
    }
}
