package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tools by the thousand, the same for the same seed. Names are made of syllables, so that words have neighbours as
/// words of a language have, and no two tools have one identity.
final class SeededTools {

    private static final String CONSONANTS = "bdfgklmnprstz";
    private static final String VOWELS = "aeiou";
    private static final String LAST = "lnrsx";
    private static final List<String> JOBS = List.of(
            "writes", "reviews", "tests", "plans", "draws", "speaks", "searches", "trains", "serves", "watches");
    private static final List<String> THINGS = List.of(
            "code",
            "notes",
            "images",
            "voices",
            "models",
            "agents",
            "prompts",
            "papers",
            "meetings",
            "tickets",
            "databases",
            "videos",
            "slides",
            "tables",
            "workflows",
            "translations");
    private static final List<String> PEOPLE =
            List.of("developers", "founders", "designers", "analysts", "teachers", "teams", "students", "operators");
    private static final Map<String, String> LICENSES = Map.of(
            "osi_open", "Apache-2.0",
            "open_weight_restricted", "LicenseRef-community",
            "source_available", "BUSL-1.1",
            "proprietary", "LicenseRef-proprietary");
    private static final List<String> CLASSES =
            List.of("osi_open", "proprietary", "osi_open", "source_available", "open_weight_restricted", "unknown");

    private final SplittableRandom random;
    private final List<String> categories;

    private SeededTools(long seed, List<String> categories) {
        this.random = new SplittableRandom(seed);
        this.categories = categories;
    }

    /// The first tools of a seed: fewer are the beginning of more.
    static List<SeededTool> of(long seed, int count, List<String> categories) {
        var made = new SeededTools(seed, categories);
        Set<String> identities = new HashSet<>();
        var tools = new ArrayList<SeededTool>();
        while (tools.size() < count) {
            SeededTool tool = made.next();
            if (identities.add(tool.slug().replace("-", ""))) {
                tools.add(tool);
            }
        }
        return tools;
    }

    private SeededTool next() {
        String name = word() + " " + word();
        String slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        String thing = one(THINGS);
        String people = one(PEOPLE);
        var text = new LinkedHashMap<String, Object>();
        text.put("slug", slug);
        text.put("name", name);
        text.put("tagline", "%s %s for %s".formatted(capitalised(one(JOBS)), thing, people));
        text.put("summary", prose(name) + "\n\n" + prose(name));
        // Some categories are crowded and some are nearly empty.
        double place = random.nextDouble();
        text.put("category", categories.get((int) (place * place * categories.size())));
        text.put("tags", Stream.of(thing, people, one(THINGS)).distinct().toList());
        if (random.nextInt(10) > 0) {
            text.put("websiteUrl", "https://" + slug + ".example.org");
        }
        text.put("pricing", pricing());
        text.put("license", license());
        if (random.nextBoolean()) {
            text.put("bestFor", "%s who have more %s than time".formatted(capitalised(people), thing));
        }
        return new SeededTool(slug, name, text);
    }

    private Map<String, Object> pricing() {
        int amount = 5 + random.nextInt(95);
        return switch (random.nextInt(4)) {
            case 0 -> SeededTool.price("Free", "free", 0);
            case 1 -> SeededTool.price("Free, more from USD %d a month".formatted(amount), "freemium", 0);
            case 2 -> SeededTool.price("USD %d a month".formatted(amount), "paid", amount);
            default -> Map.of("text", "By usage", "model", "usage", "capturedAt", "2026-11-01T00:00:00Z");
        };
    }

    private Map<String, Object> license() {
        String kind = one(CLASSES);
        String spdx = LICENSES.get(kind);
        return spdx == null ? Map.of("class", kind) : Map.of("class", kind, "spdx", spdx);
    }

    private String prose(String name) {
        return Stream.generate(() -> "%s %s %s, and %s %s for %s."
                        .formatted(name, one(JOBS), one(THINGS), one(JOBS), one(THINGS), one(PEOPLE)))
                .limit(2L + random.nextInt(3))
                .collect(Collectors.joining(" "));
    }

    private String word() {
        var word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(2); syllables > 0; syllables--) {
            word.append(letter(CONSONANTS)).append(letter(VOWELS));
        }
        return capitalised(word.append(letter(LAST)).toString());
    }

    private char letter(String of) {
        return of.charAt(random.nextInt(of.length()));
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
