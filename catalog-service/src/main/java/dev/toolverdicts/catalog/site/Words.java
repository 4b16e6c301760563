package dev.toolverdicts.catalog.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the pages write numbers and split prose.
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// "1 tool", "2 tools".
    static String count(long value, String singular) {
        return number(value) + " " + (value == 1 ? singular : singular + "s");
    }

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .toList();
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    static String sentence(String text, int limit) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (flat.length() <= limit) {
            return flat;
        }
        int end = flat.lastIndexOf(' ', limit - 1);
        return flat.substring(0, end > 0 ? end : limit - 1) + "…";
    }
}
