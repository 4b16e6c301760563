package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real PostgreSQL and a real Kafka are backed up while somebody writes to both, and come up
/// again somewhere else. The writer does what services do: into the log first, and then into the
/// database how far the log is.
class BackupIT {

    @TempDir
    private Path temporary;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Supervisor> supervisors = new ArrayList<>();
    private Path folder;
    private Path backup;
    private Servers servers;

    /// Database and log of a data folder.
    private record Servers(DataFolder data, Postgres postgres, Kafka kafka, Supervisor supervisor) {

        Map<String, Object> clients() {
            return Map.of("bootstrap.servers", kafka.address(), "acks", "all");
        }

        Connection open() throws SQLException, IOException {
            Postgres.Database database = postgres.database("vote");
            return DriverManager.getConnection(database.url(), database.user(), database.password());
        }

        long position() throws SQLException, IOException {
            try (Connection connection = open();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT next_offset FROM position")) {
                rows.next();
                return rows.getLong(1);
            }
        }

        long end() throws ExecutionException, InterruptedException {
            var partition = new TopicPartition("votes", 0);
            try (Admin admin = Admin.create(clients())) {
                return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .partitionResult(partition)
                        .get()
                        .offset();
            }
        }
    }

    @BeforeEach
    void aSystem() throws Exception {
        folder = temporary.resolve("a folder");
        backup = temporary.resolve("a backup");
        servers = start(new DataFolder(folder));
        try (Connection connection = servers.open();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE position (next_offset bigint NOT NULL)");
            statement.execute("INSERT INTO position VALUES (0)");
        }
        try (Admin admin = Admin.create(servers.clients())) {
            admin.createTopics(List.of(new NewTopic("votes", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        supervisors.forEach(Supervisor::stop);
    }

    @Test
    void whatABackupOfARunningSystemShowsIsOneMoment() throws Exception {
        var answered = new AtomicLong();
        var writing = new Writer(servers, answered);
        writing.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> answered.get() > 20);
        long before = answered.get();

        // Another process than the one that has the folder.
        new Backup(new DataFolder(folder), said::add).to(backup);

        await("it goes on by itself").atMost(Duration.ofSeconds(60)).until(() -> answered.get() > before + 20);
        writing.end();
        long last = answered.get();
        assertThat(said).anyMatch(line -> line.startsWith("database and log stood still for "));
        assertThat(servers.position()).isEqualTo(last);

        Servers restored = restored();

        assertThat(restored.position())
                .as("everything that was answered before")
                .isBetween(before, last - 1);
        assertThat(restored.end())
                .as("no position is past its log")
                .isBetween(restored.position(), restored.position() + 1);
        new Writer(restored, new AtomicLong(restored.end())).write();
        assertThat(restored.position()).isEqualTo(restored.end());
    }

    @Test
    void aSystemThatIsStoppedIsBackedUpToo() throws Exception {
        new Writer(servers, new AtomicLong()).write();
        servers.supervisor().stop();

        new Backup(servers.data(), said::add).to(backup);

        Servers restored = restored();
        assertThat(restored.position()).isOne();
        assertThat(restored.end()).isOne();
    }

    @Test
    void aSystemWithoutItsLogIsJustStartingOrStopping() {
        servers.supervisor().stop();

        assertThatThrownBy(() -> new Backup(new DataFolder(folder), said::add).to(backup))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("just starting or stopping");
        assertThat(backup).doesNotExist();
    }

    private Servers restored() throws Exception {
        var data = new DataFolder(temporary.resolve("another folder"));
        new Restore(data, said::add).from(backup, null);
        return start(data);
    }

    private Servers start(DataFolder data) throws IOException {
        assertThat(data.take()).isTrue();
        var postgres = new Postgres(data, FreePort.next(), null, false);
        var kafka = new Kafka(data, FreePort.next(), FreePort.next(), null, false);
        var supervisor = new Supervisor(new StackFile(data, "http://localhost:8080")::write, said::add);
        supervisors.add(supervisor);
        var pairing = new LogPairing(data);
        pairing.check();
        postgres.prepare();
        kafka.prepare();
        pairing.remember();
        supervisor.start(postgres.unit(), kafka.unit());
        return new Servers(data, postgres, kafka, supervisor);
    }

    /// Writes one record after the other; a failure is one to try again.
    private static final class Writer {

        private final Servers servers;
        private final AtomicLong answered;
        private final Thread thread = new Thread(this::writeOn, "writer");
        private volatile boolean running = true;

        /// @param answered the position that the database has acknowledged
        Writer(Servers servers, AtomicLong answered) {
            this.servers = servers;
            this.answered = answered;
        }

        void start() {
            thread.start();
        }

        void end() throws InterruptedException {
            running = false;
            thread.join(Duration.ofSeconds(60));
        }

        private void writeOn() {
            while (running) {
                try {
                    write();
                } catch (Exception e) {
                    // The next one looks where both are.
                }
            }
        }

        void write() throws Exception {
            try (Connection connection = servers.open();
                    var producer =
                            new KafkaProducer<>(servers.clients(), new StringSerializer(), new StringSerializer());
                    var statement = connection.prepareStatement("UPDATE position SET next_offset = ?")) {
                do {
                    long next = producer.send(new ProducerRecord<>("votes", "key", "value"))
                                    .get()
                                    .offset()
                            + 1;
                    statement.setLong(1, next);
                    statement.executeUpdate();
                    answered.set(next);
                } while (running && Thread.currentThread().equals(thread));
            }
        }
    }
}
