package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Who changed which secret and when, a line for each, in a file that is only added to. It is written
/// before the change is begun: one that is cut off has a name too.
record RotationLog(DataFolder data) {

    static final String FILE = "rotations.log";

    /// @param act `rotate` or `retire`
    /// @param by null for who is logged in
    void note(String act, String secret, @Nullable String by) throws IOException {
        String who = by == null ? System.getProperty("user.name", "unknown") : by;
        String line = "%s %s %s by %s\n"
                .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), act, oneLine(secret), oneLine(who));
        Files.writeString(data.path(FILE), line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
