package dev.toolverdicts.catalog.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How often each critic counts for one reader: 0 to 3 times, once where nothing is said.
///
/// @param ofCritics by critic, in the panel's order
record Weights(Map<String, Integer> ofCritics) {

    static final int USUAL = 1;

    Weights {
        ofCritics = Collections.unmodifiableMap(new LinkedHashMap<>(ofCritics));
    }

    /// Whether this is what the panel does anyway.
    boolean areEqual() {
        return ofCritics.values().stream().distinct().count() < 2;
    }

    int of(String critic) {
        return ofCritics.getOrDefault(critic, USUAL);
    }

    /// As a query, in one form for the same weights.
    String query() {
        return ofCritics.entrySet().stream()
                .filter(weight -> weight.getValue() != USUAL)
                .map(weight -> "weight=" + weight.getKey() + "." + weight.getValue())
                .collect(Collectors.joining("&"));
    }

    /// One figure a critic, for tags.
    String figures() {
        return ofCritics.values().stream().map(String::valueOf).collect(Collectors.joining());
    }
}
