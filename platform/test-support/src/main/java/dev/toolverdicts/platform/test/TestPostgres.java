package dev.toolverdicts.platform.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for the JVM, a new database for whoever asks.
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            String user = System.getProperty("user.name");
            try {
                return EmbeddedPostgres.builder()
                        // One folder per user: what root has unpacked another user may not write to.
                        .setOverrideWorkingDirectory(
                                Path.of(System.getProperty("java.io.tmpdir"), "test-postgres-" + user)
                                        .toFile())
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalStateException e) {
                throw new IllegalStateException(
                        user.equals("root")
                                ? "PostgreSQL does not run as root, and `unshare -U` is forbidden here: run the tests as another user"
                                : "PostgreSQL does not start",
                        e);
            }
        }
    }

    /// The JDBC address of a new, empty database.
    public static String freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Server.RUNNING.getPort(), name);
    }
}
