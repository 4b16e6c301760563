package dev.toolverdicts.catalog.site;

import java.util.Collection;
import java.util.stream.Collectors;

/// The one address of some tools side by side.
final class CompareAddress {

    private CompareAddress() {}

    static String of(Collection<String> slugs) {
        return slugs.stream().sorted().collect(Collectors.joining("-vs-", "/compare/", ""));
    }
}
