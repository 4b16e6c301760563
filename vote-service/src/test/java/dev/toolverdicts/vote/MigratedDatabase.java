package dev.toolverdicts.vote;

import dev.toolverdicts.platform.test.TestInfrastructure;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Databases with all tables and no rows. The migrations run once; each database is a copy of what
/// they made.
public final class MigratedDatabase {

    private MigratedDatabase() {}

    private static final class Model {
        static final String URL = migrated();

        private static String migrated() {
            String url = TestInfrastructure.freshDatabase();
            Flyway.configure()
                    .dataSource(at(url))
                    .locations("classpath:db/messaging", "classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            return url;
        }
    }

    public static DriverManagerDataSource fresh() {
        return at(TestInfrastructure.copyOf(Model.URL));
    }

    private static DriverManagerDataSource at(String url) {
        return new DriverManagerDataSource(url, "postgres", "postgres");
    }
}
