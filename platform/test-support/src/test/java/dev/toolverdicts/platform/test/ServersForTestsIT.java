package dev.toolverdicts.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/// The servers that tests get, whichever way they are run.
class ServersForTestsIT {

    private static final String DATABASE = TestInfrastructure.freshDatabase();

    @Test
    void theServersAreThoseThatWereAskedFor() throws SQLException {
        String data = answer(DATABASE, "SHOW data_directory");

        assertThat(data.startsWith("/var/lib/postgresql/"))
                .as(data)
                .isEqualTo("containers".equals(System.getProperty("infrastructure")));
    }

    @Test
    void everyDatabaseIsNewAndOnTheSameServer() throws SQLException {
        String other = TestInfrastructure.freshDatabase();

        assertThat(answer(other, "SELECT current_database()"))
                .isNotEqualTo(answer(DATABASE, "SELECT current_database()"));
        assertThat(answer(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
        assertThat(server(other)).isEqualTo(server(DATABASE));
    }

    @Test
    void aCopyHasWhatItsModelHadAndIsAnotherDatabase() throws SQLException {
        String model = TestInfrastructure.freshDatabase();
        try (var connection = DriverManager.getConnection(model, ServerSettings.USER, ServerSettings.PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE thing AS SELECT 7 AS n");
        }

        String copy = TestInfrastructure.copyOf(model);

        assertThat(answer(copy, "DELETE FROM thing RETURNING n")).isEqualTo("7");
        assertThat(answer(model, "SELECT n FROM thing")).isEqualTo("7");
    }

    @Test
    void postgresHasTheSettingsOfBothWays() throws SQLException {
        for (var setting : ServerSettings.POSTGRES.entrySet()) {
            String name = setting.getKey();
            assertThat(answer(DATABASE, "SHOW " + name)).as(name).isEqualTo(setting.getValue());
        }
        String characters = answer(DATABASE, """
                SELECT pg_encoding_to_char(encoding) || ' ' || datcollate || ' ' || datctype
                FROM pg_database WHERE datname = current_database()
                """);
        assertThat(characters).isEqualTo("UTF8 C C");
    }

    @Test
    void postgresIsOfTheMajorVersionThatContainersRun() throws SQLException {
        String major = answer(DATABASE, "SELECT current_setting('server_version_num')::int / 10000");

        assertThat(ContainerServers.image("postgres")).isEqualTo("postgres:" + major);
    }

    @Test
    void kafkaHasTheSettingsOfBothWays() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestInfrastructure.bootstrapServers()))) {
            String id = admin.describeCluster().nodes().get().iterator().next().idString();
            var broker = new ConfigResource(ConfigResource.Type.BROKER, id);
            Config settings = admin.describeConfigs(List.of(broker)).all().get().get(broker);

            for (var setting : ServerSettings.KAFKA.entrySet()) {
                String name = setting.getKey();
                assertThat(settings.get(name).value()).as(name).isEqualTo(setting.getValue());
            }
        }
    }

    private static String server(String database) {
        return URI.create(database.substring("jdbc:".length())).getAuthority();
    }

    private static String answer(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database, ServerSettings.USER, ServerSettings.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
