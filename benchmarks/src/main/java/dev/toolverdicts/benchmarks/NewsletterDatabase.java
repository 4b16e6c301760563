package dev.toolverdicts.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// The newsletter's own database, for what no API gives within an evening: a million subscribers, and more than one
/// issue a week.
final class NewsletterDatabase implements AutoCloseable {

    private final Connection connection;

    NewsletterDatabase(Stack stack) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/newsletter".formatted(stack.port("postgres")),
                "newsletter",
                stack.secret("newsletter-database"));
    }

    /// Confirmed subscribers up to this number, of forty domains.
    void subscribers(int count) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at, confirmed_at)
                SELECT gen_random_uuid(), address, address, 'confirmed', '{}'::text[], now(), now()
                FROM (SELECT 'reader-' || n || '@mail-' || n % 40 || '.example.org' AS address
                      FROM generate_series((SELECT count(*) FROM subscriber) + 1, ?) AS n) AS made
                """)) {
            insert.setInt(1, count);
            insert.executeUpdate();
        }
        // What autovacuum would have done long ago had they come one by one.
        try (var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE subscriber");
        }
    }

    /// Moves the issues there are to weeks long past, each to one of its own, so that this week can have another.
    void makeRoomForAnIssue() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    UPDATE issue SET iso_week = earlier.week
                    FROM (SELECT issue_id, 2000 + n / 50 || '-W' || lpad((n % 50 + 1)::text, 2, '0') AS week
                          FROM (SELECT issue_id, row_number() OVER (ORDER BY created_at) AS n FROM issue) AS numbered
                         ) AS earlier
                    WHERE issue.issue_id = earlier.issue_id AND issue.iso_week <> earlier.week
                    """);
        }
    }

    /// How many rows of an issue's ledger are in each state.
    Map<String, Long> ledger(String issue) throws SQLException {
        var states = new TreeMap<String, Long>();
        try (var query = connection.prepareStatement(
                "SELECT state, count(*) FROM delivery WHERE issue_id = ?::uuid GROUP BY state")) {
            query.setString(1, issue);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    states.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return states;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
