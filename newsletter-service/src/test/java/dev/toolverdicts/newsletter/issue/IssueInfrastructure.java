package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.newsletter.NewsletterInfrastructure;
import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.idempotency.Idempotency;
import dev.toolverdicts.platform.messaging.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Issues for tests, each in a week of its own: a week has one.
abstract class IssueInfrastructure extends NewsletterInfrastructure {

    static final String AUTHOR = "author-1";
    private static final AtomicInteger WEEKS = new AtomicInteger();

    @Autowired
    IssueRepository issues;

    @Autowired
    EntryRepository entries;

    @Autowired
    NewsQueries news;

    @Autowired
    Idempotency idempotency;

    @Autowired
    DraftTurnRepository turns;

    @Autowired
    IssueRenderer renderer;

    @Autowired
    IssueJournal journal;

    @Autowired
    MoveService moves;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transactions;

    /// What other tests have gathered is told, so that each test finds its own news only.
    @BeforeEach
    void everythingIsToldSoFar() {
        try {
            draftIn(aWeek());
        } catch (NothingNew none) {
            // so much the better
        }
    }

    /// The start of a week that no other issue has.
    static Instant aWeek() {
        return IsoWeek.parse("2031-W01").orElseThrow().start().plusSeconds(WEEKS.incrementAndGet() * 7L * 86_400);
    }

    DraftService draftsAt(Instant now) {
        return new DraftService(
                issues, entries, news, idempotency, turns, renderer, journal, ids, Clock.fixed(now, ZoneOffset.UTC));
    }

    Issue draftIn(Instant week) {
        return transactions.execute(_ -> draftsAt(week).draft(AUTHOR, null)).issue();
    }

    /// An issue with news of its own.
    Issue drafted() {
        newTool("drafted-" + UUID.randomUUID());
        return draftIn(aWeek());
    }

    /// An issue as if it had come so far; what starts it has a ledger without rows.
    Issue in(IssueStatus status) {
        Issue issue = drafted();
        boolean started = status == IssueStatus.SENDING || status == IssueStatus.PAUSED || status.isEnded();
        jdbc.sql("""
                        UPDATE issue SET status = :status, started_at = CASE WHEN :started THEN created_at END,
                            recipients = CASE WHEN :started THEN 0 END
                        WHERE issue_id = :id
                        """)
                .param("status", status.toString())
                .param("started", started)
                .param("id", issue.id())
                .update();
        return issues.byId(issue.id()).orElseThrow();
    }

    UUID newTool(String slug) {
        UUID tool = UUID.randomUUID();
        tool(tool, slug, "developer-tools");
        return tool;
    }

    void tool(UUID tool, String slug, String category) {
        jdbc.sql("""
                        INSERT INTO digest_tool (tool_id, version, slug, name, tagline, category, status, created_at,
                                                 pricing_text, pricing_since, updated_at)
                        VALUES (:id, 1, :slug, :slug, 'Sample tagline', :category, 'active', now(), 'Free', now(), now())
                        """)
                .param("id", tool)
                .param("slug", slug)
                .param("category", category)
                .update();
    }

    void panel(UUID tool, int ships, int skips, String verdict) {
        jdbc.sql("""
                        INSERT INTO digest_panel (tool_id, version, ships, skips, verdict, verdict_since, updated_at)
                        VALUES (:id, 1, :ships, :skips, :verdict, now(), now())
                        """)
                .param("id", tool)
                .param("ships", ships)
                .param("skips", skips)
                .param("verdict", verdict)
                .update();
    }

    void tally(UUID tool, long ships, long skips) {
        jdbc.sql("""
                        INSERT INTO digest_tally (tool_id, version, ships, skips, updated_at)
                        VALUES (:id, 1, :ships, :skips, now())
                        ON CONFLICT (tool_id) DO UPDATE SET ships = excluded.ships, skips = excluded.skips
                        """)
                .param("id", tool)
                .param("ships", ships)
                .param("skips", skips)
                .update();
    }

    UUID subscriber(String name, String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO subscriber (subscriber_id, email, email_key, status, topics, requested_at)
                        VALUES (:id, :email, :email, :status, '{}', now())
                        """)
                .param("id", id)
                .param("email", name + "-" + id + "@Example.org")
                .param("status", status)
                .update();
        return id;
    }

    List<Map<String, Object>> ledger(UUID issue) {
        return jdbc.sql("SELECT * FROM delivery WHERE issue_id = :id ORDER BY subscriber_id")
                .param("id", issue)
                .query()
                .listOfRows();
    }

    List<Map<String, Object>> audit(UUID issue) {
        return jdbc.sql("SELECT * FROM issue_audit WHERE issue_id = :id ORDER BY version")
                .param("id", issue)
                .query()
                .listOfRows();
    }
}
