package dev.toolverdicts.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Linux knows of processes and connections.
final class Facts {

    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String ESTABLISHED = "01";

    private Facts() {}

    static int threads(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return (int) threads.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Open connections that somebody has to a port.
    static int connections(int port) throws IOException {
        int connections = 0;
        for (Path file : CONNECTIONS) {
            if (Files.exists(file)) {
                connections += (int) Files.readAllLines(file).stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(words -> words.length > 3 && words[3].equals(ESTABLISHED))
                        .filter(words -> words[1].endsWith(":%04X".formatted(port)))
                        .count();
            }
        }
        return connections;
    }
}
