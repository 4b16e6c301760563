package dev.toolverdicts.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Another password while statements go on, on a server that asks for it.
class DatabasePasswordIT {

    @TempDir
    private Path folder;

    private String url = "";
    private Path file = Path.of("unset");

    @BeforeEach
    void aRoleThatNeedsItsPassword() throws Exception {
        url = TestInfrastructure.freshDatabase();
        file = Files.writeString(folder.resolve("password"), "first\n");
        superuser("DROP ROLE IF EXISTS changing");
        superuser("CREATE ROLE changing LOGIN PASSWORD 'first'");
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_setting('hba_file')")) {
            rows.next();
            String access = rows.getString(1);
            // It asks this role.
            statement.execute("""
                    COPY (VALUES ('host all changing all scram-sha-256'), ('host all all all trust'),
                        ('local all all trust'))
                    TO '%s'
                    """.formatted(access));
            statement.execute("SELECT pg_reload_conf()");
        }
        await("it has read that").until(() -> !letsIn("wrong"));
    }

    private boolean letsIn(String password) {
        try (var _ = DriverManager.getConnection(url, "changing", password)) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    @Test
    void anotherPasswordFailsNoStatementAndTheOneBeforeIsRefused() {
        context().run(context -> {
            var pool = context.getBean(DataSource.class);
            var details = context.getBean(JdbcConnectionDetails.class);
            var over = new AtomicBoolean();
            var done = new AtomicInteger();
            try (var threads = Executors.newSingleThreadExecutor()) {
                Future<?> all = threads.submit(() -> statements(pool, done, over));
                try {
                    await().atMost(Duration.ofSeconds(10)).until(() -> done.get() > 0 || all.isDone());
                    superuser("ALTER ROLE changing PASSWORD 'second'");
                    Files.writeString(file, "second\n");
                    context.getBean(SecretFiles.class).look();
                    assertThat(details.getPassword()).isEqualTo("second");
                    letsInNewOnes(pool, details);
                } finally {
                    over.set(true);
                }
                all.get();
                assertThat(done).hasValueGreaterThan(0);
            }
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, "changing", "first")
                            .close());
        });
    }

    private void letsInNewOnes(DataSource pool, JdbcConnectionDetails details) throws SQLException {
        // More than are open.
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection();
                Connection own = DriverManager.getConnection(url, "changing", details.getPassword())) {
            assertThat(one.isValid(1)).isTrue();
            assertThat(two.isValid(1)).isTrue();
            assertThat(own.isValid(1)).isTrue();
        }
    }

    /// Or the test above would pass with a server that lets everybody in, and a pool that needs nobody
    /// new.
    @Test
    void withoutTheFileThePoolLetsNobodyNewIn() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=changing",
                        "spring.datasource.password=first",
                        "spring.datasource.hikari.maximum-pool-size=3",
                        "spring.datasource.hikari.minimum-idle=0",
                        "spring.datasource.hikari.connection-timeout=2000")
                .run(context -> {
                    var pool = context.getBean(DataSource.class);
                    try (Connection open = pool.getConnection()) {
                        superuser("ALTER ROLE changing PASSWORD 'second'");
                        assertThat(open.isValid(1)).isTrue();
                        assertThatExceptionOfType(SQLException.class)
                                .isThrownBy(() -> pool.getConnection().close());
                    }
                });
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SecretsAutoConfiguration.class,
                        DatabasePasswordAutoConfiguration.class,
                        DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=changing",
                        "spring.datasource.hikari.maximum-pool-size=4",
                        "spring.datasource.hikari.minimum-idle=0",
                        "spring.datasource.hikari.connection-timeout=2000",
                        "secrets.look-every=1h",
                        "secrets.database-password-file=" + file);
    }

    private static void statements(DataSource pool, AtomicInteger done, AtomicBoolean over) {
        while (!over.get()) {
            done.addAndGet(
                    JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single());
        }
    }

    private void superuser(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var all = connection.createStatement()) {
            all.execute(statement);
        }
    }
}
