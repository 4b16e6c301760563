package dev.toolverdicts.system.faults;

import dev.toolverdicts.system.MailSwitch;
import dev.toolverdicts.system.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/// The newsletter's readers, issues and ledger, written and read past the service: a week has one issue, and nobody
/// signs up a hundred thousand times by a form.
final class MailTables {

    private static final String READERS = """
            INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at, confirmed_at)
            SELECT gen_random_uuid(), name, name, 'confirmed', '{}', now(), now()
            FROM (SELECT 'reader-' || n || '-' || ? || '@' || ? AS name FROM generate_series(1, ?) AS n) AS made
            """;
    private static final String ISSUE = """
            INSERT INTO issue (issue_id, iso_week, status, version, subject, html, text, author, approver, created_at,
                               approved_at, updated_at)
            SELECT ?, (1971 + count(*)) || '-W01', 'approved', 1, 'Counted', ?, ?, 'author', 'approver', now(), now(), now()
            FROM issue
            """;
    private static final String STATES = """
            SELECT email, state FROM delivery JOIN subscriber USING (subscriber_id)
            WHERE issue_id = ? AND email LIKE '%@' || ?
            """;
    private static final String LEAVE =
            "UPDATE subscriber SET suppressed = 'operator' WHERE email LIKE '%@' || ? AND suppressed IS NULL";

    private final String url;
    private final Properties login = new Properties();

    MailTables(Stack stack) {
        url = "jdbc:postgresql://127.0.0.1:%d/newsletter".formatted(stack.port("postgres"));
        login.setProperty("user", "newsletter");
        login.setProperty("password", stack.secret("newsletter-database"));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    /// An approved issue, and so many new readers whose mail is counted.
    ///
    /// @param bytes how large its HTML part is
    UUID issueFor(int readers, int bytes) throws SQLException {
        UUID issue = UUID.randomUUID();
        String part = "<p>{{unsubscribe_url}} {{preferences_url}}</p>\n";
        update(READERS, issue.toString(), MailSwitch.COUNTED, readers);
        update(ISSUE, issue, part + "<p>Counted.</p>\n".repeat(bytes / 16), part);
        return issue;
    }

    /// The state of each row, by address.
    Map<String, String> states(UUID issue) throws SQLException {
        var states = new HashMap<String, String>();
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, STATES, issue, MailSwitch.COUNTED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                states.put(row.getString("email"), row.getString("state"));
            }
        }
        return states;
    }

    /// Their mails are counted; nobody wants more of them.
    void readersLeave() throws SQLException {
        update(LEAVE, MailSwitch.COUNTED);
    }

    private void update(String statement, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            prepared.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
