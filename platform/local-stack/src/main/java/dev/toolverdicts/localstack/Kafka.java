package dev.toolverdicts.localstack;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/// A real Kafka in one process of its own: KRaft, persistent, on loopback only.
final class Kafka {

    static final String NAME = "kafka";

    private static final int MEGABYTES = 96;

    private final DataFolder data;
    private final int port;
    private final int controllerPort;
    private final @Nullable Proxied proxied;
    private final Jvm jvm;

    /// A second door for clients that come through a proxy and are to stay on it.
    ///
    /// @param port where the proxy finds Kafka
    /// @param through where clients find the proxy
    record Proxied(int port, int through) {}

    /// @param proxied null for no second door
    Kafka(DataFolder data, int port, int controllerPort, @Nullable Proxied proxied, boolean optimised) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.proxied = proxied;
        this.jvm = new Jvm(MEGABYTES, optimised);
    }

    /// The id that a log has for life, null when there is no log yet.
    static @Nullable String logId(DataFolder data) throws IOException {
        Path file = folder(data).resolve("meta.properties");
        if (!Files.exists(file)) {
            return null;
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.getProperty("cluster.id");
    }

    private static Path folder(DataFolder data) {
        return data.path("kafka", "log");
    }

    String address() {
        return at(port);
    }

    /// Where clients go that may be cut off: through the proxy, if there is one.
    String proxiedAddress() {
        return proxied == null ? address() : at(proxied.through());
    }

    private static String at(int port) {
        return "127.0.0.1:" + port;
    }

    /// Writes the settings and formats the log, once.
    void prepare() throws IOException {
        Files.createDirectories(folder(data));
        try (Writer file = Files.newBufferedWriter(settings())) {
            var properties = new Properties();
            properties.putAll(content());
            properties.putAll(own());
            properties.store(file, "Written anew at every start");
        }
        if (logId(data) == null) {
            run(
                    "kafka.tools.StorageTool",
                    "format",
                    "--ignore-formatted",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c");
        }
    }

    /// What somebody wants otherwise than we do.
    private Properties own() throws IOException {
        var own = new Properties();
        Path file = data.path("kafka", "own.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                own.load(reader);
            }
        }
        return own;
    }

    private void run(String... words) throws IOException {
        Path log = data.log(NAME);
        Process process = new ProcessBuilder(java(words))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Refused("Kafka cannot make its files in %s, see %s".formatted(folder(data), log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    Unit unit() {
        return new Unit(
                NAME,
                Unit.Layer.LOG,
                port,
                facts(),
                data.log(NAME),
                () -> new ProcessBuilder(java("kafka.Kafka")),
                // Any broker may answer at the port, only this one writes this log.
                life -> life.hasSaid("Kafka Server started"));
    }

    private Map<String, Object> facts() {
        return proxied == null
                ? Map.of("controllerPort", controllerPort)
                : Map.of("controllerPort", controllerPort, "proxied", proxied.port(), "through", proxied.through());
    }

    private List<String> java(String... mainAndArguments) {
        var words = new ArrayList<>(List.of(Jvm.LOG_SETTINGS, "-cp", System.getProperty("java.class.path")));
        words.addAll(List.of(mainAndArguments));
        words.add(settings().toString());
        return jvm.command(data, NAME, words);
    }

    private Path settings() {
        return data.path("kafka", "server.properties");
    }

    private String clientDoors(ToIntFunction<Proxied> detour) {
        return "PLAINTEXT://" + address() + (proxied == null ? "" : ",PROXIED://" + at(detour.applyAsInt(proxied)));
    }

    private Map<String, String> content() {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", clientDoors(Proxied::port) + ",CONTROLLER://" + at(controllerPort)),
                Map.entry("advertised.listeners", clientDoors(Proxied::through)),
                Map.entry(
                        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder(data).toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // A start after SIGKILL waits until the old broker's session ends.
                Map.entry("broker.session.timeout.ms", "3000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // The default asks for more heap than the whole broker needs here.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("log.segment.bytes", "67108864"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "4"));
    }
}
