package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What the command line says.
///
/// @param pairs how often system and ceiling take turns
/// @param seconds how long each turn takes
/// @param soak seconds of the long run
/// @param warmUp seconds at four connections before anything counts; counting is warmed as long again under its load
/// @param tools how many tools are voted on
/// @param voters how many voters there are
/// @param stack the data folder of a system that runs already, empty to start one
record Settings(List<String> rows, int pairs, int seconds, int soak, int warmUp, int tools, int voters, String stack) {

    static final List<String> ROWS =
            List.of("accept-direct", "end-to-end-direct", "streams", "gateway", "gateway-proxy", "soak", "copies");

    static Settings parse(String... words) {
        int pairs = 7;
        int seconds = 15;
        int soak = 600;
        int warmUp = 30;
        int tools = 300;
        int voters = 20_000;
        String stack = "";
        var rows = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--pairs" -> pairs = number(words, ++i);
                case "--seconds" -> seconds = number(words, ++i);
                case "--soak" -> soak = number(words, ++i);
                case "--warm-up" -> warmUp = number(words, ++i);
                case "--tools" -> tools = number(words, ++i);
                case "--voters" -> voters = number(words, ++i);
                case "--stack" -> stack = word(words, ++i);
                default -> rows.add(row(words[i]));
            }
        }
        return new Settings(
                rows.isEmpty() ? ROWS : List.copyOf(rows), pairs, seconds, soak, warmUp, tools, voters, stack);
    }

    static String word(String[] words, int at) {
        if (at == words.length) {
            throw new IllegalArgumentException(words[at - 1] + " needs a value");
        }
        return words[at];
    }

    static int number(String[] words, int at) {
        try {
            return Integer.parseInt(word(words, at));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number, not " + words[at], e);
        }
    }

    private static String row(String word) {
        if (!ROWS.contains(word)) {
            throw new IllegalArgumentException("no row or option is called " + word + "; the rows are " + ROWS);
        }
        return word;
    }
}
