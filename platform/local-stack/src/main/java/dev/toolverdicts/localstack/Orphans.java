package dev.toolverdicts.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Processes that a killed launcher left behind. Found by the pids it wrote down, and believed only when their command
/// line names this data folder: a pid may belong to somebody else by now.
final class Orphans {

    private Orphans() {}

    /// Ends them and returns their names.
    static List<String> end(DataFolder data) {
        var ended = new ArrayList<String>();
        for (JsonNode process : recorded(data)) {
            if (process.path("pid").asLong(0) > 0) {
                String name = process.path("name").asString("");
                ProcessHandle.of(process.path("pid").asLong())
                        .filter(handle -> belongsTo(handle, data.root()))
                        .ifPresent(handle -> {
                            finish(handle, name.equals("postgres") ? "INT" : "TERM");
                            ended.add(name);
                        });
            }
        }
        postmaster(data).ifPresent(handle -> {
            finish(handle, "INT");
            ended.add("postgres");
        });
        return ended;
    }

    private static Iterable<JsonNode> recorded(DataFolder data) {
        try {
            return Files.exists(data.stackFile())
                    ? Json.MAPPER.readTree(Files.readString(data.stackFile())).path("processes")
                    : List.of();
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }

    /// PostgreSQL writes down its own pid; it may have been started without its line reaching the stack file.
    private static Optional<ProcessHandle> postmaster(DataFolder data) {
        Path file = data.postgres().resolve("data").resolve("postmaster.pid");
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::parseLong)
                    .flatMap(ProcessHandle::of)
                    .filter(handle -> belongsTo(handle, data.root()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean belongsTo(ProcessHandle handle, Path root) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            String line = Files.exists(proc)
                    ? Files.readString(proc).replace('\0', ' ')
                    : handle.info().commandLine().orElse("");
            return handle.isAlive() && line.contains(root.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static void finish(ProcessHandle handle, String signal) {
        Signals.send(handle.pid(), signal);
        try {
            handle.onExit().get(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }
}
