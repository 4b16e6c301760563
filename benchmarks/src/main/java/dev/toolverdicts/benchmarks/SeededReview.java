package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// What a critic says of a tool.
record SeededReview(String tool, String critic, String body) {

    private static final List<String> REASONS = List.of(
            "The first run took less time than the coffee.",
            "The price is on the page, and it is the price one pays.",
            "It stops working where the demo stopped.",
            "Everything it made could be taken elsewhere.",
            "The third failure looked like the first one.",
            "A team of two can keep it alive.");

    /// A seed's reviews, spread over tools and critics by chance: some tools have seven and some none. Fewer are the
    /// beginning of more.
    static List<SeededReview> of(long seed, int count, List<SeededTool> tools, List<String> critics) {
        List<Integer> places = new ArrayList<>(
                IntStream.range(0, tools.size() * critics.size()).boxed().toList());
        Collections.shuffle(places, new SplittableRandom(seed));
        return places.subList(0, count).stream()
                .map(place -> {
                    int tool = place / critics.size();
                    return new SeededReview(
                            tools.get(tool).slug(),
                            critics.get(place % critics.size()),
                            text(new SplittableRandom(seed + place), new SplittableRandom(seed + tool).nextInt(100)));
                })
                .toList();
    }

    /// @param quality of the tool, which critics see alike but not the same
    private static String text(SplittableRandom random, int quality) {
        int score = Math.clamp(quality + random.nextInt(41) - 20, 0, 100);
        String reasons = String.join(
                " ",
                REASONS.get(random.nextInt(REASONS.size())),
                REASONS.get(random.nextInt(REASONS.size())),
                REASONS.get(random.nextInt(REASONS.size())));
        return text(score, reasons, random.nextBoolean());
    }

    static String text(int score, String words, boolean handsOn) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "verdict",
                        score >= 50 ? "ship" : "skip",
                        "score",
                        score,
                        "body",
                        words,
                        "handsOn",
                        handsOn,
                        "authorKind",
                        "ai_persona"));
    }
}
