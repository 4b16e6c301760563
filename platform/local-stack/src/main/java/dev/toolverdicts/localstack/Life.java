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
        }
        if (history.hasFailedTooOften()) {
            String last = said.stream().filter(line -> !line.isBlank()).reduce("nothing", (_, line) -> line);
            return "%s does not start, its log %s ends with: %s".formatted(unit.name(), unit.log(), last.strip());
        }
        return null;
    }
}
