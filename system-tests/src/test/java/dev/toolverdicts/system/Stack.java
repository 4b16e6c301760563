package dev.toolverdicts.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running system, started once for all stories by the command of the README and stopped with the JVM.
/// `-Dstack.data=DIR` uses one that runs already.
final class Stack {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String START = Checkout.ROOT.resolve("start").toString();
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Path data;
    private final Map<List<String>, String> tokens = new ConcurrentHashMap<>();

    private Stack(Path data) {
        this.data = data;
    }

    /// A class of its own: while a class is being initialised, no other thread can call it, and waiting for readiness
    /// asks from another thread.
    private static final class Running {
        static final Stack STACK = start();
    }

    static Stack running() {
        return Running.STACK;
    }

    String url() {
        return description().path("url").asString();
    }

    /// What an operator finds in `stack.json`.
    JsonNode description() {
        try {
            return JSON.readTree(Files.readString(data.resolve("stack.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode process(String name) {
        return description()
                .path("processes")
                .valueStream()
                .filter(process -> process.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name + " in " + description()));
    }

    int port(String process) {
        return process(process).path("port").asInt();
    }

    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A token as `./start token` prints it; each is asked for once.
    String token(String role, String... options) {
        var words = new ArrayList<>(List.of("token", role));
        words.addAll(List.of(options));
        return tokens.computeIfAbsent(words, this::printed);
    }

    private String printed(List<String> words) {
        var command = new ArrayList<>(List.of(START));
        command.addAll(words);
        command.addAll(List.of("--data", data.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String token = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
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
            StackFolder folder = StackFolder.create();
            Path output = folder.output();
            Process process = new ProcessBuilder(
                            START,
                            "--port",
                            Integer.toString(freePort()),
                            "--data",
                            folder.data().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> folder.removeAfter(process)));
            await("./start is ready")
                    .atMost(READY_WITHIN)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> isReady(process, output));
            return new Stack(folder.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReady(Process process, Path output) throws IOException {
        String said = Files.readString(output);
        if (!process.isAlive()) {
            throw new IllegalStateException("./start ended:\n" + said);
        }
        return said.contains("Tool Verdicts is ready at");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
