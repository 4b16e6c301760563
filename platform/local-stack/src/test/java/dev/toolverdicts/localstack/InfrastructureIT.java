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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A real PostgreSQL and a real Kafka, started once, killed, and found again by a second launcher. The order matters:
/// each
/// step stands on what the one before it left.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InfrastructureIT {

    private static final List<String> SAID = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static Postgres postgres;
    private static Kafka kafka;
    private static Supervisor supervisor;

    @BeforeAll
    static void start() throws IOException {
        data = new DataFolder(folder.resolve("a folder"));
        assertThat(data.take()).isTrue();
        launch();
    }

    private static void launch() throws IOException {
        postgres = new Postgres(data, FreePort.next(), null, false);
        kafka = new Kafka(data, FreePort.next(), FreePort.next(), null, false);
        supervisor = new Supervisor(new StackFile(data, "http://localhost:8080")::write, SAID::add);
        var pairing = new LogPairing(data);
        pairing.check();
        postgres.prepare();
        kafka.prepare();
        pairing.remember();
        supervisor.start(postgres.unit(), kafka.unit());
    }

    @AfterAll
    static void stop() {
        supervisor.stop();
        assertThat(Orphans.of(data)).isEmpty();
    }

    @Test
    @Order(1)
    void whatIsWrittenSurvivesSigkillAndBothAreStartedAgain() throws Exception {
        try (Connection connection = open(postgres.database("vote"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (number int)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
        try (Admin admin = Admin.create(clients())) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        produce();

        long oldPostgres = kill("postgres");
        long oldKafka = kill("kafka");

        await().atMost(Duration.ofSeconds(5)).until(() -> pid("postgres") != oldPostgres && pid("kafka") != oldKafka);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> SAID.stream()
                                .filter(line -> line.contains("ready again"))
                                .count()
                        == 2);
        assertDataIsThere(1);
        produce();
        assertDataIsThere(2);
    }

    @Test
    @Order(2)
    void databasesAreDurableAndReadByTheirOwnServiceOnly() throws Exception {
        Postgres.Database vote = postgres.database("vote");
        postgres.database("review");
        try (Connection connection = open(vote)) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(value(connection, "SHOW " + setting)).isEqualTo("on");
            }
            assertThat(value(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(connection, "SHOW server_version")).startsWith("18");
        }
        var stranger = new Postgres.Database(vote.url().replace("/vote", "/review"), vote.user(), vote.password());
        assertThatThrownBy(() -> open(stranger))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        var liar = new Postgres.Database(vote.url(), vote.user(), "wrong");
        assertThatThrownBy(() -> open(liar)).isInstanceOf(SQLException.class).hasMessageContaining("password");
    }

    @Test
    @Order(3)
    void topicsAreNotMadeByAccident() throws Exception {
        try (Admin admin = Admin.create(clients())) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-this"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("UnknownTopicOrPartition");
        }
    }

    @Test
    @Order(4)
    void theNextLauncherEndsWhatAKilledOneLeftAndFindsTheData() throws Exception {
        // Forgetting the supervisor is as near to killing the launcher as one process can come.
        assertThat(Orphans.end(data)).containsExactlyInAnyOrder("postgres", "kafka");
        supervisor.stop();

        launch();

        assertDataIsThere(2);
    }

    private static void assertDataIsThere(long records) throws Exception {
        try (Connection connection = open(postgres.database("vote"))) {
            assertThat(value(connection, "SELECT number FROM kept")).isEqualTo("1");
        }
        try (Admin admin = Admin.create(clients())) {
            var partition = new TopicPartition("kept", 0);
            assertThat(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset())
                    .isEqualTo(records);
        }
    }

    private static void produce() throws Exception {
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }
    }

    private static Map<String, Object> clients() {
        return Map.of("bootstrap.servers", kafka.address(), "acks", "all");
    }

    private static Connection open(Postgres.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static long kill(String name) {
        long pid = pid(name);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return pid;
    }

    private static long pid(String name) {
        for (JsonNode process : StackFile.read(data).path("processes")) {
            if (process.path("name").asString().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        throw new AssertionError("no " + name);
    }
}
