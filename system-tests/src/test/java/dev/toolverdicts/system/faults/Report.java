package dev.toolverdicts.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// What the long run says, on the screen and in a file.
final class Report {

    private final Path file;

    Report(String words) throws IOException {
        Path folder = Path.of("target", "faults").toAbsolutePath();
        Files.createDirectories(folder);
        String time = LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace(':', '-');
        file = folder.resolve(time + ".txt");
        say("faults " + words);
    }

    void say(String line) throws IOException {
        System.out.println(line);
        Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void add(Played played) throws IOException {
        say(played.words());
        for (String violation : played.violations()) {
            say("  VIOLATION " + violation);
        }
    }

    void end(long violations) throws IOException {
        say(violations + " violations in all; written to " + file);
    }
}
