package dev.toolverdicts.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolverdicts.platform.test.TestInfrastructure;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A database that a newer program has changed. Copies of two releases side by side must live with
/// it, so by default an older program does; where there is only one, as in the local stack, it is
/// told to refuse, in words that the stack knows.
class NewerDatabaseIT {

    private String database;

    @BeforeEach
    void aDatabaseOfANewerProgram() throws SQLException {
        database = TestInfrastructure.freshDatabase();
        migrate();
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO flyway_schema_history (
                        installed_rank, version, description, type, script, checksum, installed_by, execution_time,
                        success)
                    VALUES (1000, '9999', 'of a newer program', 'SQL', 'V9999__of_a_newer_program.sql', 1, 'x', 1, true)
                    """);
        }
    }

    @Test
    void anOlderProgramUsesItByDefault() {
        assertThat(migrate()).isZero();
    }

    @Test
    void whereItIsTheOnlyOneItIsToldToRefuse() {
        assertThatThrownBy(() -> migrate("*:ignored"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("Detected applied migration not resolved locally");
    }

    /// As Spring Boot does with `spring.flyway.ignore-migration-patterns`.
    private int migrate(String... ignored) {
        var flyway = Flyway.configure()
                .dataSource(database, "postgres", "postgres")
                .locations("classpath:db/messaging")
                .outOfOrder(true);
        if (ignored.length > 0) {
            flyway.ignoreMigrationPatterns(ignored);
        }
        return flyway.load().migrate().migrationsExecuted;
    }
}
