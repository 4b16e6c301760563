package dev.toolverdicts.catalog.comparison;

import java.util.Optional;

/// Two slugs as one address. No slug has `vs` as one of its hyphen-separated parts, so there is one reading
/// at most.
record Pair(String a, String b) {

    private static final String BETWEEN = "-vs-";

    static Optional<Pair> parse(String key) {
        int at = key.indexOf(BETWEEN);
        if (at <= 0 || at + BETWEEN.length() >= key.length()) {
            return Optional.empty();
        }
        return Optional.of(new Pair(key.substring(0, at), key.substring(at + BETWEEN.length())));
    }

    /// The order of the bytes; slugs are ASCII.
    Pair canonical() {
        return a.compareTo(b) <= 0 ? this : new Pair(b, a);
    }

    String key() {
        return a + BETWEEN + b;
    }
}
