package dev.toolverdicts.newsletter.preference;

import java.util.Arrays;
import java.util.Locale;

/// How often somebody wants to be mailed.
enum Frequency {
    EACH("Every issue, and verdicts as they come"),
    WEEKLY("One issue a week"),
    MONTHLY("One issue a month");

    private final String words;

    Frequency(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Frequency of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(WEEKLY);
    }
}
