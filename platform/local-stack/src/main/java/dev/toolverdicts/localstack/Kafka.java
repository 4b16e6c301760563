package dev.toolverdicts.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A real Kafka in one process of its own: KRaft, persistent, on loopback only.
final class Kafka {

    private static final int MEGABYTES = 96;

    private final DataFolder data;
    private final int port;
    private final int controllerPort;
    private final boolean full;

    Kafka(DataFolder data, int port, int controllerPort, boolean full) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.full = full;
    }

    /// Formats the log once, under an id that the databases' folder remembers too.
    ///
    /// @throws Refused when databases are there and the log they have read is not
    void prepare() throws IOException {
        Files.createDirectories(data.kafka());
        Files.writeString(settings(), content());
        boolean formatted = Files.exists(data.kafka().resolve("log").resolve("meta.properties"));
        boolean known = data.has("log-id");
        if (known && !(formatted && data.read("log-id").equals(foundId()))) {
            throw new Refused(("the Kafka log in %s is not the one these databases have read: bring back the folder"
                            + " that belongs to %s, or start anew with --data DIR")
                    .formatted(data.kafka(), data.postgres()));
        }
        if (formatted && !known) {
            throw new Refused(
                    "the Kafka log in %s has no databases beside it: bring back %s, or start anew with --data DIR"
                            .formatted(data.kafka(), data.postgres()));
        }
        if (!formatted) {
            format(newId());
            data.write("log-id", foundId() + "\n");
        }
    }

    Unit unit() {
        return Unit.of("kafka", port, data.logs().resolve("kafka.log"), this::command, this::answers);
    }

    private ProcessBuilder command() {
        return new ProcessBuilder(Java.command(
                data,
                MEGABYTES,
                full,
                "-Dlogback.configurationFile=kafka-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                settings().toString()));
    }

    private void format(String id) throws IOException {
        Path log = data.logs().resolve("kafka.log");
        Process process = new ProcessBuilder(Java.command(
                        data,
                        MEGABYTES,
                        false,
                        "-Dlogback.configurationFile=kafka-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        id,
                        "-c",
                        settings().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Refused("Kafka's log cannot be formatted, see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted", e);
        }
    }

    private String foundId() throws IOException {
        return Files.readAllLines(data.kafka().resolve("log").resolve("meta.properties")).stream()
                .filter(line -> line.startsWith("cluster.id="))
                .findFirst()
                .map(line -> line.substring("cluster.id=".length()))
                .orElse("");
    }

    private static String newId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', 'A');
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path settings() {
        return data.kafka().resolve("server.properties");
    }

    private String content() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=6
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                # A start after SIGKILL waits for the old broker's session to end.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                # The default asks for more heap than the whole broker needs here.
                log.cleaner.dedupe.buffer.size=8388608
                num.network.threads=2
                num.io.threads=4
                log.segment.bytes=67108864
                """.formatted(port, controllerPort, escaped(data.kafka().resolve("log")));
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\");
    }
}
