package dev.toolverdicts.catalog.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a comparison is to be shown. It stands in the address and nowhere else, so that it can be
/// sent on.
///
/// @param tools the two that a narrow screen has room for, in the order of the columns; empty for
/// the first two
/// @param weights the reader's weights of the critics as a part of a query; empty when they are equal
record Showing(boolean differencesOnly, List<String> tools, String weights) {

    private static final int ROOM = 2;

    /// What the query says; what it cannot mean is passed over.
    static Showing of(@Nullable String differences, @Nullable List<String> show, List<String> columns) {
        boolean differencesOnly = "only".equals(differences);
        Set<String> chosen = new LinkedHashSet<>(show == null ? List.<String>of() : show);
        chosen.retainAll(columns);
        if (columns.size() <= ROOM || chosen.isEmpty()) {
            return new Showing(differencesOnly, List.of(), "");
        }
        List<String> inOrder = inOrder(chosen, columns);
        return new Showing(differencesOnly, inOrder.equals(columns.subList(0, ROOM)) ? List.of() : inOrder, "");
    }

    /// One that was named alone stands beside the first of the others.
    private static List<String> inOrder(Set<String> chosen, List<String> columns) {
        List<String> both = Stream.concat(chosen.stream(), columns.stream())
                .distinct()
                .limit(ROOM)
                .toList();
        return columns.stream().filter(both::contains).toList();
    }

    List<String> among(List<String> columns) {
        return tools.isEmpty() ? columns.subList(0, ROOM) : tools;
    }

    Showing withDifferencesOnly(boolean only) {
        return new Showing(only, tools, weights);
    }

    Showing weighing(String query) {
        return new Showing(differencesOnly, tools, query);
    }

    /// As the end of an address; slugs hold nothing that a query would read.
    String query() {
        String query = Stream.of(
                        differencesOnly ? "differences=only" : "",
                        tools.stream().map(slug -> "show=" + slug).collect(Collectors.joining("&")),
                        weights)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
