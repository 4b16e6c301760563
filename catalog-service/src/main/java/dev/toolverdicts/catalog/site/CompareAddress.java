package dev.toolverdicts.catalog.site;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The one address of some tools side by side.
final class CompareAddress {

    private static final String BETWEEN = "-vs-";

    private CompareAddress() {}

    static String of(Collection<String> slugs) {
        return "/compare/" + key(slugs);
    }

    static String key(Collection<String> slugs) {
        return slugs.stream().sorted().collect(Collectors.joining(BETWEEN));
    }

    /// The slugs that the end of an address names, in its order.
    static List<String> slugs(String key) {
        return List.of(key.split(BETWEEN, -1));
    }
}
