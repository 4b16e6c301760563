package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.issue.MoveService;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpReplies;
import dev.toolverdicts.newsletter.mail.SmtpSession;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import dev.toolverdicts.newsletter.mail.SmtpSettingsFor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

/// Issues that are being sent, each with a ledger of its own, and workers that a test runs by hand.
abstract class DispatchInfrastructure extends NewsletterInfrastructure {

    static final Duration LEASE = Duration.ofMinutes(15);

    static final RecipientLinks LINKS = new RecipientLinks() {
        @Override
        public String unsubscribe(UUID subscriberId, UUID issueId) {
            return "https://example.org/newsletter/unsubscribe?token=" + subscriberId;
        }

        @Override
        public String preferences(UUID subscriberId) {
            return "https://example.org/newsletter/preferences?token=" + subscriberId;
        }
    };

    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    EditionQueries editions;

    @Autowired
    DeliveryRepository ledger;

    @Autowired
    LeaseRepository leases;

    @Autowired
    DoubtRepository doubts;

    @Autowired
    MoveService moves;

    @Autowired
    ReturnPath returnPath;

    @Autowired
    SmtpReplies replies;

    @Autowired
    SendRates rates;

    static DispatchSettings settings(Duration firstRetry) {
        return new DispatchSettings(4, 10, LEASE, firstRetry);
    }

    DispatchWorker worker(SmtpSettings smtp, DeliveryRepository rows, Duration firstRetry, Clock clock) {
        return worker(smtp, rows, rates, firstRetry, clock);
    }

    DispatchWorker worker(
            SmtpSettings smtp, DeliveryRepository rows, SendRates limits, Duration firstRetry, Clock clock) {
        var letters = new LetterWriter(smtp, LINKS, returnPath, "example.org");
        var claimed = new ClaimedRows(
                UUID.randomUUID().toString(), rows, leases, new Patience(LEASE), settings(firstRetry), clock);
        return new DispatchWorker(editions, claimed, moves::endIfDone, letters, replies, limits, clock);
    }

    /// Workers side by side until nothing is left to send.
    void sendAll(UUID issue, int workers, int port, DeliveryRepository rows) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        SmtpSettings smtp = SmtpSettingsFor.port(port);
        for (int i = 0; i < workers; i++) {
            var worker = worker(smtp, rows, Duration.ofMillis(2), Clock.systemUTC());
            threads.add(Thread.ofPlatform().start(() -> {
                try (var session = new SmtpSession(smtp)) {
                    while (editions.hasOpen(issue)) {
                        worker.round(session, () -> true);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /// Ends whatever other tests have left, so that a round works on this one.
    UUID sendingIssue(int recipients) {
        jdbc.sql("UPDATE issue SET status = 'cancelled' WHERE status = 'sending'")
                .update();
        UUID issue = UUID.randomUUID();
        int week = WEEKS.incrementAndGet();
        jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, html, text, author, created_at,
                                           started_at, updated_at, recipients)
                        VALUES (:id, :week, 'sending', 4, 'What changed – this week', :html, :text, 'a', now(), now(), now(), :n)
                        """)
                .param("id", issue)
                .param("week", "%d-W%02d".formatted(1971 + week / 50, week % 50 + 1))
                .param(
                        "html",
                        "<p>News <a href=\"{{unsubscribe_url}}\">out</a> {{preferences_url}}</p>" + "x".repeat(9000))
                .param("text", "News\n{{unsubscribe_url}}\n{{preferences_url}}\n")
                .param("n", recipients)
                .update();
        jdbc.sql("""
                        WITH readers AS (
                            INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                            SELECT id, id || '@example.org', id || '@example.org', 'confirmed', '{}'::text[], now()
                            FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, :n)) AS made
                            RETURNING subscriber_id)
                        INSERT INTO delivery (issue_id, subscriber_id, state, domain, message_id, updated_at)
                        SELECT :issue, subscriber_id, 'pending', 'example.org',
                               '<' || :issue || '.' || subscriber_id || '@example.org>', now()
                        FROM readers
                        """).param("issue", issue).param("n", recipients).update();
        return issue;
    }

    Map<String, String> states(UUID issue) {
        Map<String, String> states = new HashMap<>();
        jdbc.sql("SELECT subscriber_id, state FROM delivery WHERE issue_id = :issue")
                .param("issue", issue)
                .query(row -> {
                    states.put(row.getString(1) + "@example.org", row.getString(2));
                });
        return states;
    }

    Map<String, Long> counts(UUID issue) {
        Map<String, Long> counts = new TreeMap<>();
        states(issue).values().forEach(state -> counts.merge(state, 1L, Long::sum));
        return counts;
    }

    String status(UUID issue) {
        return jdbc.sql("SELECT status FROM issue WHERE issue_id = :issue")
                .param("issue", issue)
                .query(String.class)
                .single();
    }
}
