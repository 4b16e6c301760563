package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What the command line of `benchmarks/site` says.
///
/// @param pairs how often system and ceiling take turns
/// @param seconds how long each turn takes
/// @param warmUp seconds at four connections before anything counts
/// @param changes of each kind, for freshness
/// @param seed of tools, reviews, votes and of what is asked
/// @param keep where the data stays and is found again, empty for a folder that is removed
/// @param result the file that gets the table
record SiteSettings(
        List<String> rows,
        int pairs,
        int seconds,
        int warmUp,
        int changes,
        int tools,
        int reviews,
        int votes,
        long seed,
        String keep,
        String result) {

    static final List<String> PAGES =
            List.of("compare-two", "compare-five", "search", "category", "tool", "leaderboard", "home");
    static final List<String> ROWS = List.of(
            "compare-two", "compare-five", "search", "category", "tool", "leaderboard", "home", "sitemap", "freshness");
    static final int CRITICS = 7;
    static final int LEAST_TOOLS = 10;
    static final int LEAST_CHANGES = 30;

    SiteSettings {
        rows = List.copyOf(rows);
        if (pairs < 1 || seconds < 1 || warmUp < 1 || votes < 0 || reviews < 0) {
            throw new IllegalArgumentException("there must be something to measure");
        }
        if (tools < LEAST_TOOLS || reviews > (long) CRITICS * tools) {
            throw new IllegalArgumentException("at least %d tools, and at most %d reviews of each, one by a critic"
                    .formatted(LEAST_TOOLS, CRITICS));
        }
        if (changes < LEAST_CHANGES) {
            throw new IllegalArgumentException("a 95th percentile needs %d changes at least".formatted(LEAST_CHANGES));
        }
    }

    static SiteSettings parse(String... words) {
        int pairs = 7;
        int seconds = 15;
        int warmUp = 30;
        int changes = 40;
        int tools = 10_000;
        int reviews = 40_000;
        int votes = 1_000_000;
        int seed = 1;
        String keep = "";
        String result = "";
        var rows = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--pairs" -> pairs = Settings.number(words, ++i);
                case "--seconds" -> seconds = Settings.number(words, ++i);
                case "--warm-up" -> warmUp = Settings.number(words, ++i);
                case "--changes" -> changes = Settings.number(words, ++i);
                case "--tools" -> tools = Settings.number(words, ++i);
                case "--reviews" -> reviews = Settings.number(words, ++i);
                case "--votes" -> votes = Settings.number(words, ++i);
                case "--seed" -> seed = Settings.number(words, ++i);
                case "--keep" -> keep = Settings.word(words, ++i);
                case "--result" -> result = Settings.word(words, ++i);
                default -> rows.add(row(words[i]));
            }
        }
        return new SiteSettings(
                rows.isEmpty() ? ROWS : rows,
                pairs,
                seconds,
                warmUp,
                changes,
                tools,
                reviews,
                votes,
                seed,
                keep,
                result);
    }

    private static String row(String word) {
        if (!ROWS.contains(word)) {
            throw new IllegalArgumentException("no row or option is called " + word + "; the rows are " + ROWS);
        }
        return word;
    }

    /// Whether it is the size that floors are set for.
    boolean isFull() {
        return tools >= 10_000;
    }
}
