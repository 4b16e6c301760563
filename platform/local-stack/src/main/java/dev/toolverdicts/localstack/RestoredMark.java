package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

/// That a data folder has come back from a backup and has not run since: its first start says so
/// to the services, and looks whether all is right.
record RestoredMark(DataFolder data) {

    private static final String NAME = "restored";

    boolean isThere() {
        return data.has(NAME);
    }

    /// @param moment what the backup shows
    void set(Instant moment) throws IOException {
        data.write(NAME, moment + "\n");
    }

    void remove() throws IOException {
        Files.deleteIfExists(data.path(NAME));
    }
}
