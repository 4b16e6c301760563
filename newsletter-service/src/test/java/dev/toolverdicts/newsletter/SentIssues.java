package dev.toolverdicts.newsletter;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Issues as they lie in the table, each in a later week than the last.
public final class SentIssues {

    private static final AtomicInteger WEEKS = new AtomicInteger();

    private final JdbcClient jdbc;

    public SentIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a sent issue and tells its week.
    public String issue(String title, String intro) {
        return insert(title, intro, "finished");
    }

    /// Adds a draft and tells its week.
    public String draft(String title) {
        return insert(title, "", "draft");
    }

    public UUID idOf(String week) {
        return jdbc.sql("SELECT issue_id FROM issue WHERE iso_week = :week")
                .param("week", week)
                .query(UUID.class)
                .single();
    }

    private String insert(String title, String intro, String status) {
        int number = WEEKS.getAndIncrement();
        String week = "%d-W%02d".formatted(2090 + number / 50, 1 + number % 50);
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, intro, html, text, author, approver,
                                           created_at, started_at, updated_at)
                        VALUES (:id, :week, :status, 1, :subject, :intro, 'html {{unsubscribe_url}}', 'text', 'secret-author',
                                'secret-approver', now(), CASE WHEN :status = 'draft' THEN NULL ELSE now() END, now())
                        """)
                .param("id", id)
                .param("week", week)
                .param("status", status)
                .param("subject", "Weekly AI Tool Verdicts: " + title)
                .param("intro", intro)
                .update();
        entry(id, 1, false, "sample-tool", "Sample <Tool>");
        entry(id, 2, true, "dropped-tool", "Dropped");
        return week;
    }

    private void entry(UUID issue, int number, boolean dropped, String slug, String name) {
        jdbc.sql("""
                        INSERT INTO issue_entry (issue_id, entry_id, place, dropped, note, kind, tool_id, slug, since, facts)
                        VALUES (:issue, :number, :number, :dropped, 'The editor''s note', 'changed_verdict', :tool, :slug, now(),
                                jsonb_build_object('name', :name::text, 'tagline', 'Sample tagline', 'from', 'ship', 'to', 'mixed',
                                                   'panel', jsonb_build_object('ships', 2, 'skips', 2)))
                        """)
                .param("issue", issue)
                .param("number", number)
                .param("dropped", dropped)
                .param("tool", UUID.randomUUID())
                .param("slug", slug)
                .param("name", name)
                .update();
    }
}
