package dev.toolverdicts.system.kubernetes;

import dev.toolverdicts.system.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables in the READMEs, which are what operators go by.
final class SettingsTable {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
    private static final List<String> NEEDED = List.of("required", "must be set", "127.0.0.1", "localhost");

    private SettingsTable() {}

    static List<Setting> of(String folder) {
        return rows(folder, "## Settings").flatMap(SettingsTable::settings).toList();
    }

    /// The cells of a table's rows; the lines above them have nothing in back quotes.
    static Stream<List<String>> rows(String folder, String heading) {
        return section(folder, heading)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Stream.of(line.split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .skip(1)
                        .toList());
    }

    static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static String section(String folder, String heading) {
        String readme = read(folder + "/README.md");
        int start = readme.indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new AssertionError(folder + "/README.md has no section " + heading);
        }
        int end = readme.indexOf("\n## ", start + heading.length());
        return end < 0 ? readme.substring(start) : readme.substring(start, end);
    }

    static String read(String file) {
        try {
            return Files.readString(Checkout.ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A row may tell of several: `a.limit` · `.per`, with defaults in the same order.
    private static Stream<Setting> settings(List<String> cells) {
        List<String> keys = keys(cells.get(0));
        List<String> defaults = List.of(cells.get(1).split(" · ", -1));
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String fallback = defaults.size() == keys.size() ? defaults.get(i) : cells.get(1);
            Set<String> aliases = new HashSet<>(variables(fallback));
            if (keys.size() == 1) {
                aliases.addAll(variables(cells.get(0)));
            }
            settings.add(new Setting(keys.get(i), aliases, isNeeded(fallback)));
        }
        return settings.stream();
    }

    private static List<String> keys(String cell) {
        List<String> keys = new ArrayList<>();
        for (String word : quoted(cell)) {
            if (word.startsWith(".")) {
                String last = keys.getLast();
                keys.add(last.substring(0, last.lastIndexOf('.')) + word);
            } else if (!VARIABLE.matcher(word).matches() && !word.contains("…")) {
                keys.add(word);
            }
        }
        return keys.isEmpty() ? quoted(cell) : keys;
    }

    private static List<String> variables(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(word -> VARIABLE.matcher(word).matches())
                .toList();
    }

    private static boolean isNeeded(String fallback) {
        return fallback.equals("–") || NEEDED.stream().anyMatch(fallback::contains);
    }
}
