package dev.toolverdicts.localstack.sbom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How bad a vulnerability is by the word of who has reviewed it, the least first.
enum Severity {
    LOW,
    MODERATE,
    HIGH,
    CRITICAL,
    /// Nobody has said. Until somebody does it may be anything.
    UNKNOWN;

    static Severity of(String word) {
        return named(word.equalsIgnoreCase("medium") ? "moderate" : word).orElse(UNKNOWN);
    }

    static Optional<Severity> named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
