package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Comparison.ByWeights;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a reader can choose for one critic, and has chosen.
record WeightChoice(String critic, List<Option> options) {

    private static final int HIGHEST = 3;
    private static final int USUAL = 1;
    private static final List<String> WORDS = List.of("0 · not at all", "1 · once", "2 · twice", "3 · three times");

    record Option(String value, String words, boolean chosen) {}

    /// Of the critics who have said something here, in the panel's order.
    static List<WeightChoice> of(Comparison comparison) {
        ByWeights by = comparison.byWeights();
        Map<String, Integer> chosen = by == null
                ? Map.of()
                : by.weights().stream().collect(Collectors.toMap(ByWeights.Weight::critic, ByWeights.Weight::weight));
        return comparison.scorecard().stream()
                .map(score ->
                        of(score.critic(), chosen.getOrDefault(score.critic().key(), USUAL)))
                .toList();
    }

    private static WeightChoice of(Comparison.Critic critic, int chosen) {
        return new WeightChoice(
                critic.name(),
                IntStream.rangeClosed(0, HIGHEST)
                        .mapToObj(
                                weight -> new Option(critic.key() + "." + weight, WORDS.get(weight), weight == chosen))
                        .toList());
    }
}
