package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.site.PageHead.Other;
import java.util.List;
import java.util.stream.Stream;

/// Which feeds a page leads to: those with news of what it shows.
final class FeedLinks {

    private FeedLinks() {}

    static List<Other> at(String path) {
        String[] parts = path.split("/", -1);
        if (path.equals("/") || path.equals("/feeds")) {
            return Stream.of(both("New verdicts", "verdicts"), both("Changed verdicts", "changes"))
                    .flatMap(feeds -> feeds)
                    .toList();
        }
        if (parts.length == 3 && parts[1].equals("category")) {
            return both("Verdicts of this category", "category/" + parts[2]).toList();
        }
        if (parts.length == 3 && parts[1].equals("reviewer")) {
            return both("What this critic says", "critic/" + parts[2]).toList();
        }
        return List.of();
    }

    private static Stream<Other> both(String title, String name) {
        return Stream.of(
                new Other("application/atom+xml", title, "/feeds/" + name + ".atom"),
                new Other("application/feed+json", title, "/feeds/" + name + ".json"));
    }
}
