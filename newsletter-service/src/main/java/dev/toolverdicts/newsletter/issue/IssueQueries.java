package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Issues for reading.
@Repository
public class IssueQueries {

    private static final String ISSUE = """
            SELECT issue_id, iso_week, status, version, subject, intro, author, approver, scheduled_at, schedule_zone,
                   recipients, created_at, approved_at, started_at, finished_at, updated_at
            FROM issue
            """;

    private final JdbcClient jdbc;
    private final EntryRepository entries;
    private final CorrectionRepository corrections;
    private final TakenDownQueries takenDown;

    IssueQueries(
            JdbcClient jdbc, EntryRepository entries, CorrectionRepository corrections, TakenDownQueries takenDown) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.corrections = corrections;
        this.takenDown = takenDown;
    }

    /// @param drafts whether issues count of which nothing has been sent; else they are as everybody
    ///     may read them by now
    /// @param before only weeks before this one; null for all
    public List<Issue> newest(boolean drafts, @Nullable String before, int limit) {
        List<Issue> found = jdbc.sql(ISSUE + """
                        WHERE (:drafts OR started_at IS NOT NULL) AND (:before::text IS NULL OR iso_week < :before)
                        ORDER BY iso_week DESC
                        LIMIT :limit
                        """)
                .param("drafts", drafts)
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> IssueRepository.issue(row))
                .list();
        if (drafts) {
            return found;
        }
        Map<UUID, TakenDown> down = takenDown.of(found.stream().map(Issue::id).toList());
        return found.stream()
                .map(issue -> down.getOrDefault(issue.id(), TakenDown.NOTHING).shown(issue))
                .toList();
    }

    public Optional<Issue> byId(UUID id) {
        return jdbc.sql(ISSUE + "WHERE issue_id = :id")
                .param("id", id)
                .query((row, _) -> IssueRepository.issue(row))
                .optional();
    }

    /// The week's issue as everybody may read it, once something of it has been sent.
    public Optional<Issue> sentIn(String isoWeek) {
        return jdbc.sql(ISSUE + "WHERE iso_week = :week AND started_at IS NOT NULL")
                .param("week", isoWeek)
                .query((row, _) -> IssueRepository.issue(row))
                .optional()
                .map(issue -> takenDown.of(issue.id()).shown(issue));
    }

    /// The sent issue after a week.
    public Optional<String> weekAfter(String isoWeek) {
        return jdbc.sql("SELECT min(iso_week) FROM issue WHERE iso_week > :week AND started_at IS NOT NULL")
                .param("week", isoWeek)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /// The sent issue before a week.
    public Optional<String> weekBefore(String isoWeek) {
        return jdbc.sql("SELECT max(iso_week) FROM issue WHERE iso_week < :week AND started_at IS NOT NULL")
                .param("week", isoWeek)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /// A week whose issue everybody may read.
    ///
    /// @param changedAt when it was sent or last corrected
    public record SentWeek(String isoWeek, Instant changedAt) {}

    /// Oldest first.
    public List<SentWeek> sentWeeks() {
        return jdbc.sql("""
                        SELECT iso_week, greatest(started_at, (
                            SELECT max(noted_at) FROM issue_correction c WHERE c.issue_id = i.issue_id)) AS changed_at
                        FROM issue i WHERE started_at IS NOT NULL ORDER BY iso_week
                        """)
                .query((row, _) -> new SentWeek(
                        row.getString("iso_week"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public List<IssueEntry> entries(UUID id) {
        return entries.of(id);
    }

    /// Each entry in a sentence, by its id.
    public Map<Integer, String> headlines(UUID id) {
        return entries.of(id).stream().collect(Collectors.toMap(IssueEntry::id, Headline::of));
    }

    /// As everybody may read it.
    public IssueText text(Issue issue) {
        return IssueText.of(issue, entries.of(issue.id()), takenDown.of(issue.id()));
    }

    /// The same for programs.
    SentIssue sent(Issue issue) {
        TakenDown down = takenDown.of(issue.id());
        return SentIssue.of(down.shown(issue), down.shown(entries.of(issue.id())), corrections(issue.id()));
    }

    /// As everybody may read them, oldest first.
    public List<Correction> corrections(UUID id) {
        TakenDown down = takenDown.of(id);
        return corrections.of(id).stream()
                .filter(correction -> !down.tellsOne(correction.note()))
                .toList();
    }

    public IssueParts parts(UUID id) {
        return jdbc.sql("SELECT html, text FROM issue WHERE issue_id = :id")
                .param("id", id)
                .query((row, _) -> new IssueParts(row.getString("html"), row.getString("text")))
                .single();
    }

    /// Who did what, newest first.
    public List<AuditEntry> audit(UUID id) {
        return jdbc.sql("SELECT at, actor, action, detail FROM issue_audit WHERE issue_id = :id ORDER BY version DESC")
                .param("id", id)
                .query((row, _) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("detail")))
                .list();
    }

    /// The time of the newest change of any issue.
    public Instant asOf() {
        return jdbc.sql("SELECT coalesce(max(updated_at), to_timestamp(0)) FROM issue")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
