package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real PostgreSQL and a real Kafka on a disk of their own that gets full, cannot be written,
/// and is right again. Such a disk is a file system in memory, which only root may mount;
/// elsewhere this is skipped.
class FullDiskIT {

    private static final String SIZE = "700m";
    private static final int CHUNK = 64 * 1024;

    @TempDir
    private Path temporary;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Path disk;
    private boolean mounted;
    private Supervisor supervisor;
    private Postgres postgres;
    private Kafka kafka;

    @BeforeEach
    void aSystemOnASmallDisk() throws Exception {
        disk = Files.createDirectory(temporary.resolve("a disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + SIZE, "tool-verdicts", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here: it takes root with the right to mount");
        var data = new DataFolder(disk.resolve("data"));
        assertThat(data.take()).isTrue();
        postgres = new Postgres(data, FreePort.next(), null, false);
        kafka = new Kafka(data, FreePort.next(), FreePort.next(), null, false);
        supervisor = new Supervisor(new StackFile(data, "http://localhost:8080")::write, said::add);
        postgres.prepare();
        kafka.prepare();
        supervisor.start(postgres.unit(), kafka.unit());
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (number int, ballast bytea)");
        }
        try (Admin admin = Admin.create(clients())) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        insert(1);
        produce(1);
    }

    @AfterEach
    void stop() throws Exception {
        if (supervisor != null) {
            supervisor.stop();
        }
        if (mounted) {
            run("mount", "-o", "remount,rw", "" + disk);
            run("umount", "-l", "" + disk);
        }
    }

    @Test
    void aFullDiskLosesNothingAndIsOverWhenThereIsRoom() throws Exception {
        Path ballast = disk.resolve("ballast");
        fill(ballast);

        assertThatThrownBy(() -> new Room(disk).require(Room.TO_START, "starting"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("only 0 MB are free at " + disk);
        assertFails(() -> {
            for (int i = 0; i < 1_000; i++) {
                insertBallast();
            }
        });
        assertFails(() -> {
            for (int i = 0; i < 1_000; i++) {
                produce(CHUNK);
            }
        });

        Files.delete(ballast);

        assertAllIsThereAndGoesOn();
    }

    @Test
    void aDiskThatCannotBeWrittenLosesNothingAndIsOverWhenItCan() throws Exception {
        // Whatever is open for writing keeps a file system from becoming read-only, so both are killed first.
        assumeTrue(canBeMadeReadOnly(), "a file system in use cannot be made read-only here");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        said.stream().anyMatch(line -> line.contains("tried again") || line.contains("started again")));

        assertThat(run("mount", "-o", "remount,rw", "" + disk)).isTrue();

        assertAllIsThereAndGoesOn();
    }

    private boolean canBeMadeReadOnly() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            if (run("mount", "-o", "remount,ro", "" + disk)) {
                return true;
            }
        }
        return false;
    }

    private static void assertFails(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfAny(SQLException.class, ExecutionException.class, RuntimeException.class);
    }

    private void assertAllIsThereAndGoesOn() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> {
                    insert(2);
                    produce(1);
                    return true;
                });
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            try (Connection connection = open();
                    var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery("SELECT sum((number = 1)::int), sum((number = 2)::int) FROM kept")) {
                rows.next();
                assertThat(rows.getInt(1)).isOne();
                assertThat(rows.getInt(2)).isPositive();
            }
            assertThat(end()).isGreaterThanOrEqualTo(2);
        });
    }

    /// Until not a byte fits any more.
    private static void fill(Path ballast) throws IOException {
        for (int size = 1024 * 1024; size > 0; size /= 1024) {
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[size]);
                }
            } catch (IOException full) {
                // The next ones are smaller.
            }
        }
    }

    private void insert(int number) throws SQLException, IOException {
        try (Connection connection = open();
                var statement = connection.prepareStatement("INSERT INTO kept VALUES (?, NULL)")) {
            statement.setInt(1, number);
            statement.executeUpdate();
        }
    }

    private void insertBallast() throws SQLException, IOException {
        try (Connection connection = open();
                var statement = connection.prepareStatement("INSERT INTO kept VALUES (0, ?)")) {
            // Not to be compressed away.
            var bytes = new byte[CHUNK];
            new Random(1).nextBytes(bytes);
            statement.setBytes(1, bytes);
            statement.executeUpdate();
        }
    }

    private void produce(int size) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", new byte[size])).get();
        }
    }

    private long end() throws ExecutionException, InterruptedException {
        var partition = new TopicPartition("kept", 0);
        try (Admin admin = Admin.create(clients())) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private Map<String, Object> clients() {
        return Map.of(
                "bootstrap.servers", kafka.address(),
                "acks", "all",
                "max.block.ms", "3000",
                "delivery.timeout.ms", "4000",
                "request.timeout.ms", "3000",
                "default.api.timeout.ms", "5000");
    }

    private Connection open() throws SQLException, IOException {
        Postgres.Database database = postgres.database("vote");
        return DriverManager.getConnection(
                database.url() + "?connectTimeout=2&socketTimeout=10", database.user(), database.password());
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
