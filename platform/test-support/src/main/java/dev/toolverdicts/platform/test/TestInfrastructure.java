package dev.toolverdicts.platform.test;

import static dev.toolverdicts.platform.test.ServerSettings.PASSWORD;
import static dev.toolverdicts.platform.test.ServerSettings.USER;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// One PostgreSQL and one Kafka for the JVM, each started by the first who asks and ended with it.
/// They are embedded, or with `-Dinfrastructure=containers` the images that docker-compose.yml runs;
/// their settings are the same.
public final class TestInfrastructure {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        // Every wait looks for the first time after one such pause; there are thousands.
        Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
    }

    private TestInfrastructure() {}

    private static final class Postgres {
        static final String ADDRESS = Servers.chosen().startPostgres();
    }

    private static final class Kafka {
        static final String ADDRESS = Servers.chosen().startKafka();
    }

    /// The JDBC address of a new, empty database; user and password are `postgres`.
    public static String freshDatabase() {
        return create("");
    }

    /// The same, with everything that is in another one, which nobody may be using: much sooner there
    /// than by running the migrations again.
    public static String copyOf(String database) {
        return create(" TEMPLATE " + database.substring(database.lastIndexOf('/') + 1));
    }

    private static String create(String how) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + how);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create " + name, e);
        }
        return url(name);
    }

    private static String url(String database) {
        return "jdbc:postgresql://%s/%s".formatted(Postgres.ADDRESS, database);
    }

    /// Topics are made by whoever declares them, never by use.
    public static String bootstrapServers() {
        return Kafka.ADDRESS;
    }
}
