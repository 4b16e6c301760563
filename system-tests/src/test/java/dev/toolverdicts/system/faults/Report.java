package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.faults.Violation.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the long run says, on the screen and in a file, with a table at the end.
final class Report {

    private static final String LINE = "%-20s %20s %5s %5s %8s %7s %6s %5s %7s %6s";

    private final Path file;
    private final List<Played> all = new ArrayList<>();

    Report(String words) throws IOException {
        Path folder = Path.of("target", "faults").toAbsolutePath();
        Files.createDirectories(folder);
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").format(LocalDateTime.now(ZoneOffset.UTC));
        file = folder.resolve(time + ".txt");
        say("faults " + words);
    }

    void say(String line) throws IOException {
        System.out.println(line);
        Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void add(Played played) throws IOException {
        all.add(played);
        say(played.words());
        for (Violation violation : played.violations()) {
            say("  VIOLATION " + violation);
        }
    }

    void end() throws IOException {
        say("");
        table().forEach(this::sayQuietly);
        Path last = file.resolveSibling("last.txt");
        Files.copy(file, last, StandardCopyOption.REPLACE_EXISTING);
        System.out.println("written to " + file + " and " + last);
    }

    private void sayQuietly(String line) {
        try {
            say(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(
                LINE.formatted("scenario", "seed", "s", "hits", "votes", "fewest", "looks", "lost", "double", "other"));
        all.forEach(played -> lines.add(line(played)));
        lines.add(line(total()));
        return lines;
    }

    private static String line(Played played) {
        return String.format(
                Locale.ROOT,
                LINE,
                played.name(),
                played.name().equals("all") ? "" : played.seed(),
                played.time().toSeconds(),
                played.hits(),
                played.acknowledged(),
                played.hits() == 0 ? "-" : played.fewest(),
                played.looks(),
                played.count(Kind.LOST),
                played.count(Kind.DOUBLE),
                played.count(Kind.OTHER));
    }

    private Played total() {
        return new Played(
                "all",
                0,
                all.stream().map(Played::time).reduce(Duration.ZERO, Duration::plus),
                all.stream().mapToInt(Played::hits).sum(),
                all.stream()
                        .filter(played -> played.hits() > 0)
                        .mapToLong(Played::fewest)
                        .min()
                        .orElse(0),
                all.stream().mapToLong(Played::acknowledged).sum(),
                all.stream().mapToInt(Played::looks).sum(),
                List.of(),
                all.stream().flatMap(played -> played.violations().stream()).toList());
    }
}
