package dev.toolverdicts.catalog.site;

import java.util.List;
import java.util.stream.IntStream;

/// The columns of a comparison as classes: each tool's accent, and which two a narrow screen
/// shows.
final class Columns {

    private Columns() {}

    /// @param shown the two, the left one first
    static List<String> of(List<String> slugs, List<String> shown) {
        return IntStream.range(0, slugs.size())
                .mapToObj(i -> accent(i) + place(slugs.get(i), shown))
                .toList();
    }

    static String accent(int column) {
        return String.valueOf((char) ('a' + column));
    }

    private static String place(String slug, List<String> shown) {
        if (!shown.contains(slug)) {
            return " off";
        }
        return slug.equals(shown.getLast()) ? " right" : "";
    }
}
