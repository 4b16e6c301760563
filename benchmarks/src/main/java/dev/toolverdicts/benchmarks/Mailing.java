package dev.toolverdicts.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The whole system with one or more copies of newsletter-service, whose mails go to a sink.
///
/// @param recipients of the next issue
record Mailing(Stack stack, SmtpSink sink, NewsletterDatabase database, Newsroom newsroom, int recipients)
        implements AutoCloseable {

    /// Of each copy.
    static final int SESSIONS = 10;

    /// Of the two parts of a mail.
    static final int BYTES = 20_000;

    private static final int SLOWEST_PER_SECOND = 20;

    static Mailing start(Path home, SmtpSink sink, int copies, int recipients) throws IOException, SQLException {
        Map<String, String> environment = Map.of(
                "MAIL_HOST", "127.0.0.1",
                "MAIL_PORT", Integer.toString(sink.port()),
                "NEWSLETTER_DISPATCH_SESSIONS", Integer.toString(SESSIONS),
                // One for each session, and some for the rest of the service.
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", Integer.toString(SESSIONS + 4));
        Stack stack = Stack.start(home, List.of("--copies", "newsletter-service=" + copies), environment);
        var mailing = new Mailing(stack, sink, new NewsletterDatabase(stack), new Newsroom(stack), 0);
        return mailing.with(recipients);
    }

    /// The same with more subscribers.
    Mailing with(int more) throws SQLException {
        database.subscribers(more);
        return new Mailing(stack, sink, database, newsroom, more);
    }

    /// Makes an issue and sends it.
    MailRun send() {
        return sendWatched(() -> {});
    }

    /// The same.
    ///
    /// @param halfway done when half of it has been sent
    MailRun sendWatched(Runnable halfway) {
        String issue = issue();
        long before = sink.count();
        int patience = 60 + recipients / SLOWEST_PER_SECOND;
        long began = System.nanoTime();
        newsroom.send(issue);
        Waiting.until("half is sent", patience, () -> sink.count() - before >= recipients / 2);
        halfway.run();
        Waiting.until("all is sent", patience, () -> sink.count() - before >= recipients);
        double seconds = (System.nanoTime() - began) / 1e9;
        Waiting.until("the issue has ended", 60, () -> newsroom.hasEnded(issue));
        return new MailRun(sent(issue), seconds, sink.count() - before);
    }

    private String issue() {
        try {
            database.makeRoomForAnIssue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return newsroom.approved(BYTES);
    }

    /// How many rows of the ledger say so.
    ///
    /// @throws IllegalStateException when it is not all of them
    private long sent(String issue) {
        try {
            Map<String, Long> states = database.ledger(issue);
            if (!states.equals(Map.of("sent", (long) recipients))) {
                throw new IllegalStateException("no figure: of %d recipients are %s".formatted(recipients, states));
            }
            return recipients;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        stack.close();
    }
}
