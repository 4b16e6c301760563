package dev.toolverdicts.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running system, started once for all stories by the command of the README and stopped with the JVM.
/// `-Dstack.data=DIR` uses one that runs already.
final class Stack {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Path ROOT = Path.of(System.getProperty("repository.root", "..")).toAbsolutePath();

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Stack RUNNING = start();

    private final Path data;

    private Stack(Path data) {
        this.data = data;
    }

    static Stack running() {
        return RUNNING;
    }

    String url() {
        return description().path("url").asString();
    }

    JsonNode description() {
        try {
            return JSON.readTree(Files.readString(data.resolve("stack.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid(String process) {
        for (JsonNode each : description().path("processes")) {
            if (each.path("name").asString().equals(process) && each.has("pid")) {
                return each.path("pid").asLong();
            }
        }
        throw new IllegalArgumentException("no process " + process + " in " + description());
    }

    /// Kills a process as a power cut would and returns when another has taken its place.
    void kill(String process) {
        long old = pid(process);
        ProcessHandle.of(old).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60)).until(() -> pid(process) != old);
    }

    String token(String role, String... options) {
        var command = new ArrayList<>(List.of(ROOT.resolve("start").toString(), "token", role, "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String token = new String(process.getInputStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("no token: " + token);
            }
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Stack start() {
        String given = System.getProperty("stack.data", "");
        if (!given.isBlank()) {
            return new Stack(Path.of(given).toAbsolutePath());
        }
        try {
            Path data = Files.createTempDirectory("tool verdicts ");
            Path output = Path.of("target", "stack.log").toAbsolutePath();
            Files.createDirectories(output.getParent());
            int port = freePort();
            Process process = new ProcessBuilder(
                            ROOT.resolve("start").toString(), "--port", "" + port, "--data", data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
            await().atMost(READY_WITHIN).pollInterval(Duration.ofMillis(500)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("./start ended:\n" + Files.readString(output));
                }
                return Files.readString(output).contains("Tool Verdicts is ready at");
            });
            return new Stack(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
