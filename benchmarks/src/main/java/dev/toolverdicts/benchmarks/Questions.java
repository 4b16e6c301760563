package dev.toolverdicts.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What readers ask for, by kind of page, the same for the same seed.
final class Questions {

    private static final int ADDRESSES = 200;
    private static final List<String> SORTS = List.of("newest", "panel", "community", "trending");
    private static final List<String> FACETS = List.of(
            "verdict=ship",
            "verdict=mixed",
            "verdict=pending",
            "entry=Free",
            "entry=Paid",
            "licenseClass=osi_open",
            "licenseClass=proprietary",
            "minVotes=10",
            "sort=community");
    private static final String STRANGE = "qwxjyv";
    private static final List<String> WORDS =
            List.of("agents", "images", "code", "teams", "writes", "models", "founders", "videos", "notes", "papers");

    private final SplittableRandom random;
    private final List<SeededTool> tools;
    private final List<String> categories;

    private Questions(long seed, List<SeededTool> tools, List<String> categories) {
        this.random = new SplittableRandom(seed);
        this.tools = tools;
        this.categories = categories;
    }

    static Map<String, List<String>> of(long seed, List<SeededTool> tools, List<String> categories) {
        var questions = new Questions(seed, tools, categories);
        return Map.of(
                "compare-two", questions.comparisons(2),
                "compare-five", questions.comparisons(5),
                "search", questions.searches(),
                "category", questions.categories(),
                "tool", questions.some(() -> "/tool/" + questions.tool().slug()),
                "leaderboard", List.of("/leaderboard", "/leaderboard/all", "/leaderboard/trending"),
                "home", List.of("/"));
    }

    private List<String> some(Supplier<String> address) {
        return Stream.generate(address).limit(ADDRESSES).toList();
    }

    private SeededTool tool() {
        return tools.get(random.nextInt(tools.size()));
    }

    private List<String> comparisons(int together) {
        return some(() -> Stream.generate(() -> tool().slug())
                .distinct()
                .limit(together)
                .sorted()
                .collect(Collectors.joining("-vs-", "/compare/", "")));
    }

    private List<String> categories() {
        return categories.stream()
                .flatMap(category -> SORTS.stream().map(sort -> "/category/" + category + "?sort=" + sort))
                .toList();
    }

    /// Of each twenty: five whole names, five beginnings, four slips, four with choices beside a word, two that find
    /// nothing.
    private List<String> searches() {
        return IntStream.range(0, 2 * ADDRESSES).mapToObj(this::search).toList();
    }

    static boolean isWholeName(int at) {
        return at % 20 % 4 == 0;
    }

    static boolean isNonsense(int at) {
        return at % 20 >= 18;
    }

    private String search(int at) {
        if (isWholeName(at)) {
            return asked(tool().name(), "");
        }
        if (isNonsense(at)) {
            return asked(nowhere(), "");
        }
        return switch (at % 4) {
            case 1 -> asked(tool().name().substring(0, 3 + random.nextInt(2)), "");
            case 2 -> asked(slip(tool().name()), "");
            default -> asked(word(), "&" + facet());
        };
    }

    private static String asked(String words, String more) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String facet() {
        int at = random.nextInt(FACETS.size() + 1);
        return at < FACETS.size() ? FACETS.get(at) : "category=" + categories.get(random.nextInt(categories.size()));
    }

    /// Two neighbours in each other's place, or a letter left out.
    private String slip(String name) {
        var letters = new StringBuilder(name.toLowerCase(Locale.ROOT));
        int at = 1 + random.nextInt(3);
        if (random.nextBoolean()) {
            return letters.deleteCharAt(at).toString();
        }
        char moved = letters.charAt(at);
        return letters.deleteCharAt(at).insert(at + 1, moved).toString();
    }

    /// No name has two of these letters together.
    private String nowhere() {
        return IntStream.range(0, 9)
                .mapToObj(_ -> String.valueOf(STRANGE.charAt(random.nextInt(STRANGE.length()))))
                .collect(Collectors.joining());
    }
}
