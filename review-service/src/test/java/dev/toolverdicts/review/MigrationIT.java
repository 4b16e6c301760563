package dev.toolverdicts.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolverdicts.platform.test.TestInfrastructure;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationIT {

    private final String url = TestInfrastructure.freshDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/messaging", "classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    /// The name is the one that `OperationsIT` sees at work.
    @Test
    void theToolsAreReadAgainUnderAnotherNameAndDecisionsAreKept() {
        migrate("10");
        jdbc.sql("INSERT INTO log_position VALUES ('review-known-tools', 'catalog.tool.v1', 0, gen_random_uuid(), 7),"
                        + " ('another', 'catalog.tool.v1', 0, gen_random_uuid(), 8)")
                .update();
        jdbc.sql("""
                        INSERT INTO dead_letter (consumer, topic, partition, record_offset, headers, reason, state)
                        VALUES ('review-known-tools', 'catalog.tool.v1', 0, 3, '', 'no JSON', 'dropped')
                        """).update();
        jdbc.sql("INSERT INTO operation_switch VALUES ('review-known-tools', true, 'a test', 'olga')")
                .update();

        migrate("latest");

        assertThat(jdbc.sql("SELECT consumer || next_offset FROM log_position")
                        .query(String.class)
                        .list())
                .as("nobody goes on where the old name was, and nobody is set back")
                .containsExactly("another8");
        assertThat(jdbc.sql("SELECT consumer || ' ' || state FROM dead_letter")
                        .query(String.class)
                        .list())
                .containsExactly("review-known-tools-2 dropped");
        assertThat(jdbc.sql("SELECT name || ' ' || paused FROM operation_switch")
                        .query(String.class)
                        .list())
                .containsExactly("review-known-tools-2 true");
    }
}
