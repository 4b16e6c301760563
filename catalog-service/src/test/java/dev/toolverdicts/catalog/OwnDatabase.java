package dev.toolverdicts.catalog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.env.Environment;

/// Lets nobody into the service's database for a while, as when its server is down.
final class OwnDatabase {

    private final String url;
    private final String name;
    private final String user;
    private final String password;

    OwnDatabase(Environment settings) {
        url = settings.getRequiredProperty("spring.datasource.url");
        name = url.substring(url.lastIndexOf('/') + 1);
        user = settings.getRequiredProperty("spring.datasource.username");
        password = settings.getRequiredProperty("spring.datasource.password");
    }

    void goes() {
        execute("ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS false");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    void comesBack() {
        execute("ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS true");
    }

    /// By way of another database of the same server.
    private void execute(String sql) {
        String elsewhere = url.substring(0, url.length() - name.length()) + "postgres";
        try (Connection connection = DriverManager.getConnection(elsewhere, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
