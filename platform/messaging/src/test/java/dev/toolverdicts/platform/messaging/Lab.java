package dev.toolverdicts.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.test.TestInfrastructure;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A service's database and outbox without a service around them, and relays that tests can break.
final class Lab implements AutoCloseable {

    static final MessagingProperties.Relay QUICK = new MessagingProperties.Relay(
            Duration.ofMillis(50),
            Duration.ofMillis(20),
            Duration.ofSeconds(10),
            Duration.ofMillis(1),
            Duration.ofMillis(200));

    final String service = "lab-" + UUID.randomUUID();
    final String url = TestInfrastructure.freshDatabase();
    final HikariDataSource dataSource = pool(url);
    final JdbcTransactionManager transactionManager = new JdbcTransactionManager(dataSource);
    final TransactionTemplate transactions = new TransactionTemplate(transactionManager);
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    final OutboxRepository rows = new OutboxRepository(jdbc);
    final EventCodec codec = new EventCodec(
            JsonMapper.builder().build(),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
            UUID::randomUUID,
            "/lab");
    final Outbox outbox = new Outbox(rows, codec, _ -> {});
    private final List<OutboxRelay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Lab() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(4);
        return pool;
    }

    void append(String topic, String key, long version) {
        transactions.executeWithoutResult(
                _ -> outbox.append(new Event(topic, key, "dev.example.thing.state", version, thing(key, version))));
    }

    static ThingState thing(String key, long version) {
        return new ThingState(key, version, "body of " + version);
    }

    OutboxShard.ConnectionSource connections() {
        return () -> DriverManager.getConnection(url, "postgres", "postgres");
    }

    Producer<byte[], byte[]> producer(String transactionalId) {
        var settings = new HashMap<String, Object>(OutboxRelay.producerSettings(transactionalId));
        settings.put("bootstrap.servers", TestInfrastructure.bootstrapServers());
        settings.put("retry.backoff.ms", 10);
        return new KafkaProducer<>(settings);
    }

    /// A relay of one shard, running until the lab closes.
    OutboxRelay relay(
            int shard,
            OutboxShard.ConnectionSource connections,
            Function<String, Producer<byte[], byte[]>> producers,
            MessagingProperties.Relay settings) {
        var relay = new OutboxRelay(
                shard,
                service,
                wanted -> OutboxShard.open(connections, wanted, settings.silence()),
                producers,
                settings,
                Tracing.off());
        relays.add(relay);
        threads.add(Thread.ofPlatform().name("lab-relay-" + shard).start(relay));
        return relay;
    }

    /// One copy of the service: a relay for every shard.
    void copy(MessagingProperties.Relay settings) {
        for (int shard = 0; shard < OutboxRow.SHARDS; shard++) {
            relay(shard, connections(), this::producer, settings);
        }
    }

    /// Ends the database session of whoever owns a shard.
    void endOwners() {
        jdbc.sql("""
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND granted
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """).query().listOfRows();
    }

    static int shardOf(String key) {
        return OutboxRow.of("any", key.getBytes(UTF_8), null, null).shard();
    }

    /// A key that starts like this one and waits in the same shard as another.
    static String sameShard(String other, String start) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> start + i)
                .filter(key -> shardOf(key) == shardOf(other))
                .findFirst()
                .orElseThrow();
    }

    void awaitSent() {
        await().until(() -> rows.backlog() == 0);
    }

    @Override
    public void close() {
        relays.forEach(OutboxRelay::stop);
        threads.forEach(thread -> {
            try {
                if (!thread.join(Duration.ofSeconds(5))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        dataSource.close();
    }
}
