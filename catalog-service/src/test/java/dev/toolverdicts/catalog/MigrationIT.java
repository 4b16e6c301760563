package dev.toolverdicts.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a service's role may do is what the local stack and Compose let it: it owns its
/// database, and nothing else.
class MigrationIT {

    private final String url = TestInfrastructure.freshDatabase();
    private final String role = "owner_of_" + url.substring(url.lastIndexOf('/') + 1);
    private final JdbcClient owned = JdbcClient.create(new DriverManagerDataSource(url, role, "secret"));

    @BeforeEach
    void giveAway() {
        JdbcClient server = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
        server.sql("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(role)).update();
        server.sql("ALTER DATABASE %s OWNER TO %s".formatted(url.substring(url.lastIndexOf('/') + 1), role))
                .update();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, role, "secret")
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    @Test
    void theOwnerOfADatabaseMayMigrateIt() {
        migrate("latest");

        assertThat(owned.sql("SELECT folded('ÉCLAIR Straße ％')")
                        .query(String.class)
                        .single())
                .isEqualTo("eclair strasse %");
        assertThat(owned.sql("SELECT containing('Ａ％_\\')").query(String.class).single())
                .isEqualTo("%a\\%\\_\\\\%");
    }

    @Test
    void toolsThatAreThereAreFoundAfterwards() {
        migrate("30");
        owned.sql("""
                        INSERT INTO tool_card (tool_id, tool_version, slug, tool) VALUES
                        (gen_random_uuid(), 3, 'mistral-3b', '{"name": "Mistral 3B", "tagline": "On the device",
                          "tags": ["Open Weights", "edge"], "websiteUrl": "https://www.mistral.ai/news", "status": "active"}'),
                        (gen_random_uuid(), 0, NULL, NULL)
                        """).update();
        migrate("latest");

        assertThat(owned.sql("SELECT name || '|' || words || '|' || tags::text || tool_version FROM tool_search")
                        .query(String.class)
                        .list())
                .containsExactly("mistral 3b|mistral 3b\nmistral.ai\nopen weights\nedge\non the device|"
                        + "{edge,\"open weights\"}3");
    }
}
