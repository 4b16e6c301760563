package dev.toolverdicts.localstack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One process of a unit, from its start to its death.
///
/// @param begun by the clock of [System#nanoTime]
/// @param logSize how large the log was before this process wrote to it
record Life(Unit unit, Process process, long begun, long logSize, History history) {

    /// What a service says when the log is not the one that its database has read.
    private static final String LOG_REPLACED = "LOG REPLACED";

    /// What Flyway says of a database that has migrations which this program does not.
    private static final String CHANGED_BY_A_NEWER_PROGRAM = "Detected applied migration not resolved locally";

    static Life of(Unit unit, History history) throws IOException {
        long logSize = new LogFile(unit.log()).size();
        Process process = OwnSession.of(unit.start().command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(unit.log().toFile()))
                .start();
        process.getOutputStream().close();
        return new Life(unit, process, System.nanoTime(), logSize, history);
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    boolean hasSaid(String words) {
        return new LogFile(unit.log()).since(logSize).stream().anyMatch(line -> line.contains(words));
    }

    /// Why there is no use in starting it again, null when there is.
    @Nullable
    String hopeless() {
        List<String> said = new LogFile(unit.log()).since(logSize);
        for (String line : said) {
            int mark = line.indexOf(LOG_REPLACED);
            if (mark >= 0) {
                return line.substring(mark)
                        + " - bring back the Kafka data that belongs to these databases, or start anew with --data DIR";
            }
            if (line.contains(CHANGED_BY_A_NEWER_PROGRAM)) {
                return "the database of %s was changed by a newer program: use that one, or choose another --data DIR"
                        .formatted(unit.name());
            }
        }
        if (history.hasFailedTooOften()) {
            return "%s does not start: %s (its log is %s)".formatted(unit.name(), reason(said), unit.log());
        }
        return null;
    }

    /// What a log gives as the reason: Spring Boot's analysis, else the innermost cause, else
    /// its last words.
    private static String reason(List<String> said) {
        List<String> lines =
                said.stream().map(String::strip).filter(line -> !line.isBlank()).toList();
        int analysis = lines.lastIndexOf("Description:");
        if (analysis >= 0 && analysis + 1 < lines.size()) {
            return lines.get(analysis + 1);
        }
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((_, line) -> line)
                .or(() -> lines.stream().reduce((_, line) -> line))
                .orElse("it said nothing");
    }
}
