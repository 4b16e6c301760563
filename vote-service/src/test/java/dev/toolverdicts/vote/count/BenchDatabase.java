package dev.toolverdicts.vote.count;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of a server that keeps what it has acknowledged, as operators run it.
record BenchDatabase(HikariDataSource pool, JdbcClient jdbc) implements AutoCloseable {

    static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "count-benchmark")
                        .toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Enough for the index of five million votes.
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("max_connections", "200")
                .start();
    }

    static BenchDatabase fresh(EmbeddedPostgres server, String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name));
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(18);
        return new BenchDatabase(pool, JdbcClient.create(pool));
    }

    BenchDatabase migrated() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return this;
    }

    /// Only what plain counting needs, without rulings, tiers and days.
    BenchDatabase bare() {
        jdbc.sql("""
                        CREATE TABLE votes (
                            tool_id uuid NOT NULL, voter_id uuid NOT NULL, choice text NOT NULL, log_partition int NOT NULL,
                            log_offset bigint NOT NULL, cast_at timestamptz NOT NULL, PRIMARY KEY (tool_id, voter_id))
                        WITH (fillfactor = 85)
                        """).update();
        jdbc.sql("""
                        CREATE TABLE tallies (
                            tool_id uuid PRIMARY KEY, ships bigint NOT NULL, skips bigint NOT NULL, version bigint NOT NULL,
                            updated_at timestamptz NOT NULL) WITH (fillfactor = 50)
                        """).update();
        jdbc.sql("""
                        CREATE TABLE log_position (
                            consumer text NOT NULL, topic text NOT NULL, partition int NOT NULL, log_id uuid NOT NULL,
                            next_offset bigint NOT NULL, PRIMARY KEY (consumer, topic, partition))
                        """).update();
        return this;
    }

    BenchDatabase positions() {
        jdbc.sql("""
                        INSERT INTO log_position SELECT 'vote-counter', 'vote.cast.v1', p, gen_random_uuid(), 0
                        FROM generate_series(0, 63) AS p
                        """).update();
        return this;
    }

    /// So many votes by voters of whom nobody hears again, spread like the crowd's.
    BenchDatabase filled(long votes) {
        jdbc.sql("""
                        INSERT INTO votes (tool_id, voter_id, choice, log_partition, log_offset, cast_at)
                        SELECT (lpad(to_hex(28672 + rank), 16, '0') || lpad(to_hex(rank), 16, '8000000000000000'))::uuid,
                               gen_random_uuid(), 'ship', 0, 0, timestamptz '2026-11-23 12:00+00'
                        FROM (SELECT least(floor(power(500.0, random()))::int, 499) AS rank
                              FROM generate_series(1, :votes)) AS drawn
                        """).param("votes", votes).update();
        jdbc.sql("""
                        INSERT INTO tallies (tool_id, ships, skips, version, updated_at)
                        SELECT tool_id, count(*), 0, 1, max(cast_at) FROM votes GROUP BY tool_id
                        """).update();
        jdbc.sql("""
                        INSERT INTO tally_days (tool_id, day, tier, ships, skips, held, discarded)
                        SELECT tool_id, '2026-11-23', 'device', ships, 0, 0, 0 FROM tallies
                        """).update();
        jdbc.sql("VACUUM ANALYZE votes").update();
        jdbc.sql("CHECKPOINT").update();
        return this;
    }

    long stored() {
        return jdbc.sql("SELECT count(*) FROM votes").query(Long.class).single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
