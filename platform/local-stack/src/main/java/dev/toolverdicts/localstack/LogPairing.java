package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Databases and log belong together: a database knows how far it has read, and another log would silently be read from
/// the wrong place. So each side remembers the other, inside its own folder, and a start with only one of them is
/// refused.
final class LogPairing {

    private static final String WITH_DATABASES = "kafka/log/read-by-databases";

    private final DataFolder data;
    private final Path withLog;

    LogPairing(DataFolder data) {
        this.data = data;
        this.withLog = Postgres.cluster(data).resolve("tool-verdicts-log-id");
    }

    /// To be called before anything is made that is missing.
    ///
    /// @throws Refused when one side is gone or another has taken its place
    void check() throws IOException {
        String read = remembered();
        String found = Kafka.logId(data);
        if (read != null && !read.equals(found)) {
            throw refused("kafka", found == null ? "is gone" : "is not the one that the databases have read");
        }
        if (read == null && found != null && data.has(WITH_DATABASES)) {
            throw refused("postgres", "is gone, and the Kafka log has been read by what was in it");
        }
    }

    private Refused refused(String folder, String what) {
        return new Refused(
                ("%s %s: bring back the folder that belongs here, remove %s as a whole to lose everything, or"
                                + " choose another folder with --data DIR")
                        .formatted(data.path(folder), what, data.root()));
    }

    /// To be called when both are there and before anybody reads.
    void remember() throws IOException {
        String found = Objects.requireNonNull(Kafka.logId(data), "a log without an id");
        if (!found.equals(remembered())) {
            Files.writeString(withLog, found + "\n");
        }
        if (!data.has(WITH_DATABASES)) {
            data.write(WITH_DATABASES, "");
        }
    }

    private @Nullable String remembered() throws IOException {
        return Files.exists(withLog) ? Files.readString(withLog).strip() : null;
    }
}
