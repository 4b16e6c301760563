package dev.toolverdicts.catalog.tool;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A tool's address and its identity, both made from words.
final class Slug {

    static final int LONGEST = 80;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /// Why a given slug cannot be taken, null when it can.
    static @Nullable String complaint(String slug) {
        if (slug.length() > LONGEST || !SHAPE.matcher(slug).matches()) {
            return "must be at most 80 lower-case letters and digits in groups joined by single hyphens";
        }
        return Arrays.asList(slug.split("-", -1)).contains("vs")
                ? "must not have \"vs\" as one of its parts: it stands between two tools in an address"
                : null;
    }

    /// Empty when the name has no letter or digit of the alphabet.
    static String of(String name) {
        String plain = plain(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String slug = Arrays.stream(plain.split("-", -1))
                .map(part -> part.equals("vs") ? "versus" : part)
                .collect(Collectors.joining("-"));
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("-[^-]*$", "");
    }

    /// Two names with one identity are one product: case, accents, spaces and punctuation do not tell
    /// products apart. Plus and hash do, in C++ and C#.
    static String identity(String name) {
        String identity = plain(name).replaceAll("[^\\p{L}\\p{N}+#]", "");
        return identity.isEmpty() ? name : identity;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
