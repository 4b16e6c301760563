package dev.toolverdicts.catalog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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

    /// Holds up whoever touches the table, without a word, until the answer is closed: as a server does that is frozen.
    Connection silent(String table) throws SQLException {
        Connection holder = DriverManager.getConnection(url, user, password);
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
        return holder;
    }

    /// Statements that a lock holds up now.
    int heldUp() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND wait_event_type = 'Lock'"
                        + " AND application_name = 'catalog-service'")) {
            count.next();
            return count.getInt(1);
        }
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
