package dev.toolverdicts.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks once a second, in one snapshot, whether any tally is not the count of its votes. It reads the database itself:
/// what is asked must not be what answers.
final class TallyWatch implements AutoCloseable {

    private static final String DIFFERENCES = """
            SELECT tool_id, t.ships, t.skips, v.ships, v.skips
            FROM tallies t
            FULL JOIN (SELECT tool_id, count(*) FILTER (WHERE choice = 'ship') AS ships,
                              count(*) FILTER (WHERE choice = 'skip') AS skips
                       FROM votes GROUP BY tool_id) v USING (tool_id)
            WHERE (coalesce(t.ships, 0), coalesce(t.skips, 0)) <> (coalesce(v.ships, 0), coalesce(v.skips, 0))
            """;

    private final String url;
    private final Properties login = new Properties();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> differences = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    TallyWatch(Stack stack) {
        url = "jdbc:postgresql://127.0.0.1:%d/vote?connectTimeout=2&socketTimeout=10".formatted(stack.port("postgres"));
        login.setProperty("user", "vote");
        login.setProperty("password", stack.secret("vote-database"));
        var _ = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try (Connection connection = connect()) {
            differences.addAll(differences(connection));
            looks.incrementAndGet();
        } catch (SQLException e) {
            // The database is killed now and then; the next look tells more.
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    static List<String> differences(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            while (rows.next()) {
                found.add("tool %s has tally %d/%d and votes %d/%d"
                        .formatted(
                                rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
        }
        return found;
    }

    int looks() {
        return looks.get();
    }

    List<String> differences() {
        return differences;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
