package dev.toolverdicts.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/// One list of problem types, with one title and one status each, for all services: `docs/problems.md`.
class ProblemListTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path LIST = ROOT.resolve("docs/problems.md");
    private static final List<String> ROOMS = List.of(
            "catalog-service",
            "review-service",
            "vote-service",
            "newsletter-service",
            "gateway",
            "platform/web",
            "platform/operations");
    private static final Pattern IN_SOURCES =
            Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([a-z][a-z-]*)\",\\s*\"([^\"]+)\"");
    private static final Pattern NAMED_FOR_STATUS = Pattern.compile("\\bof\\(\\s*HttpStatus\\.([A-Z_]+),\\s*\"[^\"]* ");
    private static final Pattern IN_LIST = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]{3}) \\| ([^|]+) \\|");

    private record Kind(String type, int status, String title) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    void everyServiceUsesTheTypesAndTitlesOfTheList() throws IOException {
        SortedSet<Kind> used = new TreeSet<>();
        for (String room : ROOMS) {
            used.addAll(inSources(room));
        }

        assertThat(used).hasSizeGreaterThan(15).containsExactlyElementsOf(listed());
    }

    @Test
    void whatIsNamedForItsStatusIsListedToo() throws IOException {
        SortedSet<HttpStatus> used = new TreeSet<>();
        for (String room : ROOMS) {
            sources(room)
                    .flatMap(source -> NAMED_FOR_STATUS.matcher(source).results())
                    .forEach(found -> used.add(HttpStatus.valueOf(found.group(1))));
        }

        String list = Files.readString(LIST).replaceAll("\\s+", " ");
        assertThat(used).hasSizeGreaterThan(8);
        assertThat(used)
                .allSatisfy(status -> assertThat(list)
                        .contains("`%s` %d %s"
                                .formatted(
                                        status.getReasonPhrase()
                                                .toLowerCase(Locale.ROOT)
                                                .replace(' ', '-'),
                                        status.value(),
                                        status.getReasonPhrase())));
    }

    @Test
    void aTypeIsListedOnce() throws IOException {
        assertThat(listed().stream().map(Kind::type)).doesNotHaveDuplicates();
    }

    private static SortedSet<Kind> listed() throws IOException {
        SortedSet<Kind> listed = new TreeSet<>();
        Matcher row = IN_LIST.matcher(Files.readString(LIST));
        while (row.find()) {
            listed.add(new Kind(
                    row.group(1), Integer.parseInt(row.group(2)), row.group(3).strip()));
        }
        return listed;
    }

    private static List<Kind> inSources(String room) throws IOException {
        return sources(room)
                .flatMap(source -> IN_SOURCES.matcher(source).results())
                .map(found -> new Kind(
                        found.group(2), HttpStatus.valueOf(found.group(1)).value(), found.group(3)))
                .toList();
    }

    private static Stream<String> sources(String room) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(room).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(ProblemListTest::text).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
