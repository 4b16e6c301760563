package dev.toolverdicts.platform.keptfiles;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What was made on a day, by the files' names.
public record KeptDay(LocalDate day, Instant writtenAt, List<KeptFile> files) {

    public KeptDay {
        requireNonNull(day, "day");
        requireNonNull(writtenAt, "writtenAt");
        files = List.copyOf(files);
    }

    /// As `sha256sum --check` reads it.
    public String sums() {
        return files.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }
}
