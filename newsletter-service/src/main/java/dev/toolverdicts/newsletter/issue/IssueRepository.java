package dev.toolverdicts.newsletter.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Issues without their entries.
@Repository
class IssueRepository {

    private static final String ISSUE = """
            SELECT issue_id, iso_week, status, version, subject, intro, author, approver, scheduled_at, schedule_zone,
                   recipients, created_at, approved_at, started_at, finished_at, updated_at
            FROM issue
            """;

    private final JdbcClient jdbc;

    IssueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One issue a week, whoever else is drafting it right now and whatever their clocks say.
    ///
    /// @return false when the week has its issue; it is there for the caller to read then
    boolean insert(Issue issue, IssueParts parts) {
        return jdbc.sql("""
                        INSERT INTO issue (issue_id, iso_week, status, version, subject, intro, html, text, author,
                                           created_at, updated_at)
                        VALUES (:id, :week, :status, :version, :subject, :intro, :html, :text, :author,
                                :createdAt, :updatedAt)
                        ON CONFLICT (iso_week) DO NOTHING
                        """)
                        .params(values(issue))
                        .param("html", parts.html())
                        .param("text", parts.text())
                        .update()
                == 1;
    }

    /// Locks the row before anything else is read, so that moves take turns and their events leave in
    /// order. Not against references: the ledger's rows point here while the dispatcher works.
    Optional<Issue> lock(UUID id) {
        return jdbc.sql(ISSUE + "WHERE issue_id = :id FOR NO KEY UPDATE")
                .param("id", id)
                .query((row, _) -> issue(row))
                .optional();
    }

    /// The next issue whose time has come, unless somebody else is just starting it.
    Optional<Issue> lockDue(Instant now) {
        return jdbc.sql(ISSUE + """
                        WHERE status = 'scheduled' AND scheduled_at <= :now
                        ORDER BY scheduled_at
                        LIMIT 1
                        FOR NO KEY UPDATE SKIP LOCKED
                        """)
                .param("now", at(now))
                .query((row, _) -> issue(row))
                .optional();
    }

    /// What is being sent, or should have been by now.
    List<UUID> goingOut(Instant now) {
        return jdbc.sql("""
                        SELECT issue_id FROM issue
                        WHERE status = 'sending' OR (status = 'scheduled' AND scheduled_at <= :now)
                        ORDER BY issue_id
                        """).param("now", at(now)).query(UUID.class).list();
    }

    Optional<Issue> byId(UUID id) {
        return jdbc.sql(ISSUE + "WHERE issue_id = :id")
                .param("id", id)
                .query((row, _) -> issue(row))
                .optional();
    }

    Optional<Issue> byWeek(String isoWeek) {
        return jdbc.sql(ISSUE + "WHERE iso_week = :week")
                .param("week", isoWeek)
                .query((row, _) -> issue(row))
                .optional();
    }

    void save(Issue issue) {
        jdbc.sql("""
                        UPDATE issue SET status = :status, version = :version, subject = :subject, intro = :intro,
                            approver = :approver, scheduled_at = :scheduledAt, schedule_zone = :zone,
                            recipients = :recipients, approved_at = :approvedAt, started_at = :startedAt,
                            finished_at = :finishedAt, updated_at = :updatedAt
                        WHERE issue_id = :id
                        """).params(values(issue)).update();
    }

    void save(UUID id, IssueParts parts) {
        jdbc.sql("UPDATE issue SET html = :html, text = :text WHERE issue_id = :id")
                .param("html", parts.html())
                .param("text", parts.text())
                .param("id", id)
                .update();
    }

    Map<String, Long> versions() {
        var versions = new HashMap<String, Long>();
        jdbc.sql("SELECT issue_id, version FROM issue").query(row -> {
            versions.put(row.getString("issue_id"), row.getLong("version"));
        });
        return versions;
    }

    private static Map<String, @Nullable Object> values(Issue issue) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", issue.id());
        values.put("week", issue.isoWeek());
        values.put("status", issue.status().toString());
        values.put("version", issue.version());
        values.put("subject", issue.subject());
        values.put("intro", issue.intro());
        values.put("author", issue.author());
        values.put("approver", issue.approver());
        values.put("scheduledAt", at(issue.scheduledAt()));
        values.put("zone", issue.scheduleZone());
        values.put("recipients", issue.recipients());
        values.put("createdAt", at(issue.createdAt()));
        values.put("approvedAt", at(issue.approvedAt()));
        values.put("startedAt", at(issue.startedAt()));
        values.put("finishedAt", at(issue.finishedAt()));
        values.put("updatedAt", at(issue.updatedAt()));
        return values;
    }

    static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getObject("issue_id", UUID.class),
                row.getString("iso_week"),
                IssueStatus.of(row.getString("status")),
                row.getLong("version"),
                row.getString("subject"),
                row.getString("intro"),
                row.getString("author"),
                row.getString("approver"),
                instant(row, "scheduled_at"),
                row.getString("schedule_zone"),
                row.getObject("recipients", Integer.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "approved_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
