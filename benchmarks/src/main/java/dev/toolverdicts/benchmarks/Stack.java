package dev.toolverdicts.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real system as `./start --c2 --empty` runs it, in a data folder of its own.
final class Stack implements AutoCloseable {

    /// One network, the load generator's, sends everything.
    private static final String UNLIMITED = "1000000000";

    private final Path home;
    private final Path data;
    private final @Nullable Process launcher;
    private final boolean kept;

    private Stack(Path home, Path data, @Nullable Process launcher, boolean kept) {
        this.home = home;
        this.data = data;
        this.launcher = launcher;
        this.kept = kept;
    }

    static Map<String, String> withoutLimits() {
        return Map.of(
                "GATEWAY_RATE_WRITES_PER_SECOND", UNLIMITED,
                "GATEWAY_RATE_READS_PER_SECOND", UNLIMITED,
                "GATEWAY_READS_ANONYMOUS_BURST", UNLIMITED,
                "GATEWAY_QUOTA_NETWORK_BURST", UNLIMITED,
                "GATEWAY_QUOTA_DEVICE_BURST", UNLIMITED,
                "GATEWAY_QUOTA_SUBJECT_BURST", UNLIMITED);
    }

    /// One that runs already, and goes on afterwards.
    static Stack running(Path home, Path data) {
        return new Stack(home, data.toAbsolutePath(), null, true);
    }

    /// @param options of `./start`, besides those that every measured system has
    /// @param environment what all of its processes are told
    static Stack start(Path home, List<String> options, Map<String, String> environment) throws IOException {
        return start(home, Files.createTempDirectory("benchmark-"), false, options, environment);
    }

    /// One whose data is found again when it is started there once more.
    static Stack kept(Path home, Path folder, Map<String, String> environment) throws IOException {
        return start(home, Files.createDirectories(folder.toAbsolutePath()), true, List.of(), environment);
    }

    private static Stack start(
            Path home, Path data, boolean kept, List<String> options, Map<String, String> environment)
            throws IOException {
        // PostgreSQL may have to run as somebody else, who must be able to enter.
        data.toFile().setReadable(true, false);
        data.toFile().setExecutable(true, false);
        Path output = data.resolve("start.log");
        var words = new ArrayList<>(List.of(home.resolve("start").toString(), "--c2", "--empty"));
        words.addAll(options);
        words.addAll(List.of(
                "--port",
                Integer.toString(Ports.free()),
                "--data",
                data.resolve("stack").toString()));
        ProcessBuilder command =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        command.environment().putAll(environment);
        Process launcher = command.start();
        var stack = new Stack(home, data.resolve("stack"), launcher, kept);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        Waiting.until("./start is ready", 600, () -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("./start ended:\n" + read(output));
            }
            return read(output).contains("is ready at");
        });
        return stack;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int port(String process) {
        return process(process).path("port").asInt();
    }

    /// Of every copy of a service.
    List<Integer> ports(String service) {
        return processes()
                .filter(each -> each.path("name").asString().matches(service + "(-[0-9]+)?"))
                .map(each -> each.path("port").asInt())
                .toList();
    }

    long pid(String process) {
        return process(process).path("pid").asLong();
    }

    private JsonNode process(String name) {
        return processes()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no process " + name));
    }

    private Stream<JsonNode> processes() {
        return JsonMapper.shared()
                .readTree(read(data.resolve("stack.json")))
                .path("processes")
                .valueStream();
    }

    /// What cookies are signed with: the newest key of the file.
    String voteSecret() {
        return secret("vote-signing").lines().findFirst().orElseThrow();
    }

    String secret(String name) {
        return read(data.resolve("secrets").resolve(name)).strip();
    }

    Path file(String name) {
        return data.resolve(name);
    }

    Path script() {
        return script("vote.lua");
    }

    /// What the load generator is told.
    Path script(String name) {
        return home.resolve("benchmarks/load").resolve(name);
    }

    Path jar(String service) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(service).resolve("target"))) {
            return files.filter(file ->
                            file.getFileName().toString().matches(service + "-[0-9].*(?<!-sources|-javadoc)\\.jar"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /// @param more such as `--subject`
    String token(String role, String... more) throws IOException {
        var words = new ArrayList<>(List.of(home.resolve("start").toString(), "token", role, "--data"));
        words.add(data.toString());
        words.addAll(List.of(more));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /// Stops every process and removes the data, unless it is kept.
    @Override
    public void close() {
        if (launcher == null || !launcher.isAlive()) {
            return;
        }
        launcher.destroy();
        launcher.onExit().join();
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(data.getParent())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            System.err.println("not removed: " + data + " " + e);
        }
    }
}
