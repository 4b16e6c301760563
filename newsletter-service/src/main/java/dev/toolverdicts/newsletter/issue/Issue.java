package dev.toolverdicts.newsletter.issue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One edition, without its text. Every change gives the next version.
///
/// @param intro the editor's words before the entries; empty for none
/// @param author who drafted it
/// @param scheduleZone the zone the schedule was given in
/// @param recipients rows of the ledger; null before sending has started
public record Issue(
        UUID id,
        String isoWeek,
        IssueStatus status,
        long version,
        String subject,
        String intro,
        String author,
        @Nullable String approver,
        @Nullable Instant scheduledAt,
        @Nullable String scheduleZone,
        @Nullable Integer recipients,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Instant updatedAt) {

    public Issue {
        requireNonNull(id, "id");
        requireNonNull(isoWeek, "isoWeek");
        requireNonNull(status, "status");
        requireNonNull(subject, "subject");
        requireNonNull(author, "author");
        if (version < 1) {
            throw new IllegalArgumentException("version must be positive");
        }
    }

    static Issue drafted(UUID id, String isoWeek, String subject, String author, Instant now) {
        return new Issue(
                id,
                isoWeek,
                IssueStatus.DRAFT,
                1,
                subject,
                "",
                author,
                null,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                now);
    }

    Issue edited(String newSubject, String newIntro, Instant now) {
        return next(status, newSubject, newIntro, now);
    }

    /// The same version in other words.
    Issue told(String otherSubject, String otherIntro) {
        return as(status, version, otherSubject, otherIntro, updatedAt);
    }

    Issue approved(String by, Instant now) {
        Issue moved = to(Move.APPROVE, now);
        return moved.with(by, moved.scheduledAt, moved.scheduleZone, moved.recipients, now, null, null);
    }

    Issue scheduled(Instant at, String zone, Instant now) {
        Issue moved = to(Move.SCHEDULE, now);
        return moved.with(approver, at, zone, recipients, approvedAt, null, null);
    }

    /// @param everybody rows in the ledger
    Issue started(Move move, int everybody, Instant now) {
        Issue moved = to(move, now);
        return moved.with(approver, scheduledAt, scheduleZone, everybody, approvedAt, now, null);
    }

    Issue ended(Move move, Instant now) {
        Issue moved = to(move, now);
        return moved.with(approver, scheduledAt, scheduleZone, recipients, approvedAt, startedAt, now);
    }

    /// @throws IllegalMove when the move is not legal from here
    Issue to(Move move, Instant now) {
        if (!move.isLegalFrom(status)) {
            throw new IllegalMove(move, status);
        }
        Issue moved = next(move.to(), subject, intro, now);
        return moved.with(approver, scheduledAt, scheduleZone, recipients, approvedAt, startedAt, null);
    }

    /// Whether mail of this issue may have left; from then on everybody may read it.
    public boolean isPublic() {
        return startedAt != null;
    }

    private Issue next(IssueStatus nowIn, String newSubject, String newIntro, Instant now) {
        return as(nowIn, version + 1, newSubject, newIntro, now);
    }

    private Issue as(IssueStatus nowIn, long asVersion, String newSubject, String newIntro, Instant changedAt) {
        return new Issue(
                id,
                isoWeek,
                nowIn,
                asVersion,
                newSubject,
                newIntro,
                author,
                approver,
                scheduledAt,
                scheduleZone,
                recipients,
                createdAt,
                approvedAt,
                startedAt,
                finishedAt,
                changedAt);
    }

    private Issue with(
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String zone,
            @Nullable Integer everybody,
            @Nullable Instant approved,
            @Nullable Instant started,
            @Nullable Instant finished) {
        return new Issue(
                id, isoWeek, status, version, subject, intro, author, by, at, zone, everybody, createdAt, approved,
                started, finished, updatedAt);
    }
}
