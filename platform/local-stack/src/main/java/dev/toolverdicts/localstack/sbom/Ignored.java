package dev.toolverdicts.localstack.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody has looked at and found to be no danger here, for a while.
///
/// @param entries as they stand in the file
record Ignored(List<Entry> entries) {

    private static final String FORM = "ID, the last day as 2026-12-31, and the reason";

    /// @param id as OSV or others call it
    /// @param until the last day
    record Entry(String id, LocalDate until, String reason) {}

    Ignored {
        entries = List.copyOf(entries);
    }

    /// One a line, nothing where the file is not there. Lines that begin with # are for people.
    ///
    /// @throws CheckFailed when a line has no day or no reason
    static Ignored of(Path file) {
        try {
            List<Entry> entries = new ArrayList<>();
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String where = "%s, line %d, must have %s".formatted(file, i + 1, FORM);
                    entries.add(entry(line).orElseThrow(() -> new CheckFailed(where)));
                }
            }
            return new Ignored(entries);
        } catch (IOException e) {
            throw new CheckFailed("%s cannot be read".formatted(file), e);
        }
    }

    private static Optional<Entry> entry(String line) {
        String[] parts = line.split("\\s+", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entry(parts[0], LocalDate.parse(parts[1]), parts[2]));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// The entry that is about it, whether or not its day is over.
    Optional<Entry> about(Vulnerability vulnerability) {
        return entries.stream()
                .filter(entry -> vulnerability.isCalled(entry.id()))
                .findFirst();
    }

    boolean isIgnored(Vulnerability vulnerability, LocalDate today) {
        return entries.stream()
                .anyMatch(entry ->
                        vulnerability.isCalled(entry.id()) && !entry.until().isBefore(today));
    }
}
