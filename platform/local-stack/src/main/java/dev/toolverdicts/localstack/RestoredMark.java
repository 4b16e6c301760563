package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;

/// That a data folder has come back from a backup and was not found right since: a start says so to
/// the services, and looks whether all is right before it opens the door.
record RestoredMark(DataFolder data) {

    private static final String NAME = "restored";

    boolean isThere() {
        return data.has(NAME);
    }

    /// @param moment what the backup shows
    void set(Instant moment) throws IOException {
        data.write(NAME, moment + "\n");
    }

    /// @param wrong what was found to be wrong; as long as there is anything, the next start looks again
    void checked(List<String> wrong) throws IOException {
        if (wrong.isEmpty()) {
            Files.deleteIfExists(data.path(NAME));
        }
    }

    /// For whoever is to open such a folder as it is.
    Refused refused(List<String> wrong) {
        return new Refused(
                ("%s has come back from a backup, and something is wrong with it: %s. Restore it again, or, to open it"
                                + " as it is, remove %s")
                        .formatted(data.root(), String.join("; ", wrong), data.path(NAME)));
    }
}
