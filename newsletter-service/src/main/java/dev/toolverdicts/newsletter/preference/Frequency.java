package dev.toolverdicts.newsletter.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How often somebody wants to be mailed.
enum Frequency {
    EACH("Every verdict when it is out, and the weekly issue"),
    WEEKLY("The weekly issue"),
    MONTHLY("The first issue of each month");

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

    static Optional<Frequency> known(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /// As it was stored.
    static Frequency of(String key) {
        return known(key).orElse(WEEKLY);
    }
}
