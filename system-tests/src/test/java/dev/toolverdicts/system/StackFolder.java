package dev.toolverdicts.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Where the stories' own system keeps its data. There is a space in its name, because users have them.
public record StackFolder(Path data) {

    private static final Path KEPT = Path.of("target", "stack").toAbsolutePath();

    /// What `./start` says.
    static final Path OUTPUT = KEPT.resolve("start.log");

    /// What `./start` has said.
    public static String said() throws IOException {
        return Files.readString(OUTPUT);
    }

    static StackFolder create() throws IOException {
        Files.createDirectories(KEPT);
        Path data = Files.createTempDirectory("tool verdicts ");
        // PostgreSQL may have to run as somebody else, who must be able to enter.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new StackFolder(data);
    }

    /// @param settings `key=value`, comma separated
    void tellBroker(String settings) throws IOException {
        if (!settings.isBlank()) {
            Path own = Files.createDirectories(data.resolve("kafka")).resolve("own.properties");
            Files.write(own, List.of(settings.split(",")));
        }
    }

    /// Stops the system, keeps its logs under `target` and removes the rest.
    void removeAfter(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            keepLogs();
            remove();
        } catch (IOException e) {
            System.err.println("not removed: " + data + " " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLogs() throws IOException {
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path log : logs.toList()) {
                Files.copy(log, KEPT.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void remove() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(data)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
