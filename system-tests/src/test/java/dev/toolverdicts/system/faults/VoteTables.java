package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.Choice;
import dev.toolverdicts.system.Stack;
import dev.toolverdicts.system.faults.Found.Register;
import dev.toolverdicts.system.faults.Found.Row;
import dev.toolverdicts.system.faults.Found.Tally;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/// The tables of the counters, read past every service: what is asked must not be what answers.
final class VoteTables {

    private static final String ROWS = """
            SELECT tool_id, voter_id, choice, log_partition, log_offset, state
            FROM votes WHERE tool_id = ANY (?) AND log_offset >= 0
            """;
    private static final String TALLIES =
            "SELECT tool_id, ships, skips, held, discarded FROM tallies WHERE tool_id = ANY (?)";
    private static final String VERSIONS = "SELECT tool_id, version FROM tallies WHERE tool_id = ANY (?)";
    private static final String LEFTOVERS =
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rebuild\\_%' OR nspname LIKE 'replaced\\_%'";

    /// A transaction is in here that has not moved for a while.
    private static final String STUCK = """
            SELECT count(*) FROM pg_stat_activity
            WHERE application_name = 'vote-service' AND state = 'idle in transaction'
              AND now() - state_change > interval '300 milliseconds'
            """;

    private final String url;
    private final Properties login = new Properties();

    VoteTables(Stack stack) {
        url = "jdbc:postgresql://127.0.0.1:%d/vote?connectTimeout=2&socketTimeout=10".formatted(stack.port("postgres"));
        login.setProperty("user", "vote");
        login.setProperty("password", stack.secret("vote-database"));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    List<Row> rows(Collection<UUID> tools) throws SQLException {
        return read(
                ROWS,
                tools,
                row -> new Row(
                        new Register(row.getObject("tool_id", UUID.class), row.getObject("voter_id", UUID.class)),
                        Choice.valueOf(row.getString("choice").toUpperCase(Locale.ROOT)),
                        new Place(row.getInt("log_partition"), row.getLong("log_offset")),
                        row.getString("state")));
    }

    Map<UUID, Tally> tallies(Collection<UUID> tools) throws SQLException {
        var tallies = new HashMap<UUID, Tally>();
        read(
                TALLIES,
                tools,
                row -> tallies.put(
                        row.getObject("tool_id", UUID.class),
                        new Tally(
                                row.getLong("ships"),
                                row.getLong("skips"),
                                row.getLong("held"),
                                row.getLong("discarded"))));
        return tallies;
    }

    Map<UUID, Long> versions(Collection<UUID> tools) throws SQLException {
        var versions = new HashMap<UUID, Long>();
        read(VERSIONS, tools, row -> versions.put(row.getObject("tool_id", UUID.class), row.getLong("version")));
        return versions;
    }

    /// Of every tally there is.
    Map<UUID, Long> versions() throws SQLException {
        var versions = new HashMap<UUID, Long>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT tool_id, version FROM tallies")) {
            while (row.next()) {
                versions.put(row.getObject("tool_id", UUID.class), row.getLong("version"));
            }
        }
        return versions;
    }

    /// What rebuilds have made beside the live tables and not cleared away.
    List<String> leftovers() throws SQLException {
        var names = new ArrayList<String>();
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEFTOVERS)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    boolean isStuck() throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STUCK)) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, Collection<UUID> tools, Reading<T> reading) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("uuid", tools.toArray()));
            try (ResultSet found = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (found.next()) {
                    all.add(reading.of(found));
                }
                return all;
            }
        }
    }
}
