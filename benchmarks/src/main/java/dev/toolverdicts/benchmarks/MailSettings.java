package dev.toolverdicts.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What the command line of `benchmarks/mail` says.
///
/// @param pairs how often system and ceiling take turns
/// @param asked recipients of an issue; 0 for what suits the row
/// @param warmUp issues before anything counts
record MailSettings(List<String> rows, int pairs, int asked, int warmUp) {

    static final List<String> ROWS = List.of("sink", "copies", "memory");
    static final int OF_AN_ISSUE = 20_000;
    static final int OF_A_LONG_ISSUE = 100_000;

    MailSettings {
        rows = List.copyOf(rows);
        if (pairs < 1 || warmUp < 0 || asked < 0) {
            throw new IllegalArgumentException("there must be something to measure");
        }
        if (rows.contains("memory") && asked != 0 && asked <= MailMemory.FEW) {
            throw new IllegalArgumentException(
                    "memory compares with an issue to %,d: more recipients, please".formatted(MailMemory.FEW));
        }
    }

    static MailSettings parse(String... words) {
        int pairs = 7;
        int recipients = 0;
        int warmUp = 2;
        var rows = new ArrayList<String>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--pairs" -> pairs = Settings.number(words, ++i);
                case "--recipients" -> recipients = Settings.number(words, ++i);
                case "--warm-up" -> warmUp = Settings.number(words, ++i);
                default -> rows.add(row(words[i]));
            }
        }
        return new MailSettings(rows.isEmpty() ? ROWS : rows, pairs, recipients, warmUp);
    }

    private static String row(String word) {
        if (!ROWS.contains(word)) {
            throw new IllegalArgumentException("no row or option is called " + word + "; the rows are " + ROWS);
        }
        return word;
    }

    int recipients(int usual) {
        return asked == 0 ? usual : asked;
    }
}
