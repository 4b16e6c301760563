package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Moves issues. Each move is one transaction that locks the issue first, so of two at once the second
/// sees what the first has done.
@Service
public class MoveService {

    /// A schedule missed by more waits for a human: who reads on Monday what was meant for Friday?
    static final Duration LATE = Duration.ofHours(1);

    private static final String SCHEDULER = "scheduler";
    private static final String DISPATCH = "dispatch";
    private static final String RESTORE = "restore";
    private static final String TAKEN_DOWN = "tells of a tool that was taken down";

    private final IssueRepository issues;
    private final LedgerRepository ledger;
    private final TakenDownQueries takenDown;
    private final IssueJournal journal;
    private final SiteSettings site;
    private final Clock clock;

    MoveService(
            IssueRepository issues,
            LedgerRepository ledger,
            TakenDownQueries takenDown,
            IssueJournal journal,
            SiteSettings site,
            Clock clock) {
        this.issues = issues;
        this.ledger = ledger;
        this.takenDown = takenDown;
        this.journal = journal;
        this.site = site;
        this.clock = clock;
    }

    @Transactional
    Issue approve(UUID id, Approval approval) {
        Issue issue = lock(id);
        Issue approved = issue.approved(approval.approver(), now());
        if (issue.version() != approval.checkedVersion()) {
            throw new StaleIssue(issue.version());
        }
        approval.requireSecondPerson(journal.writers(issue));
        journal.write(approved, issue.status(), approval.approver(), Move.APPROVE.toString(), approval.detail());
        return approved;
    }

    @Transactional
    public Issue schedule(UUID id, String editor, Schedule schedule) {
        Issue issue = lock(id);
        Issue scheduled = issue.scheduled(schedule.at(), schedule.zone(), now());
        if (!schedule.at().isAfter(now())) {
            throw InvalidInput.of("/scheduledAt", "must be in the future; that was " + schedule.at());
        }
        journal.write(scheduled, issue.status(), editor, Move.SCHEDULE.toString(), schedule.toString());
        return scheduled;
    }

    /// Any other move that an editor asks for.
    ///
    /// @throws TellsOfTakenDown when mail would leave that tells of a tool that was taken down
    @Transactional
    public Issue move(UUID id, Move move, String editor) {
        Issue issue = lock(id);
        if (move.to() == IssueStatus.SENDING && move.isLegalFrom(issue.status()) && takenDown.isMailed(id)) {
            throw new TellsOfTakenDown(issue.status());
        }
        Issue moved = switch (move) {
            case SEND, RESUME -> running(issue, move, now());
            case RETRY_FAILED -> retried(issue);
            // Whom the ledger still has waiting gets nothing from now on; CancelledRows writes that down.
            case PAUSE, CANCEL -> issue.to(move, now());
            default -> throw new IllegalArgumentException(move + " is not asked for like this");
        };
        journal.write(moved, issue.status(), editor, move.toString(), null);
        return moved;
    }

    /// Starts the next scheduled issue whose time has come, or stops it for a human when its
    /// time is long past, or when it tells of a tool that was taken down.
    ///
    /// @return what became of it; empty when none is due, or somebody else has just taken it
    @Transactional
    public Optional<Issue> startDue(Instant asked) {
        Instant now = asked.truncatedTo(ChronoUnit.MICROS);
        return issues.lockDue(now).map(issue -> {
            Instant due = Optional.ofNullable(issue.scheduledAt()).orElseThrow();
            String missed = now.isAfter(due.plus(LATE))
                    ? "was due at " + due
                    : takenDown.isMailed(issue.id()) ? TAKEN_DOWN : null;
            Move move = missed == null ? Move.SEND : Move.MISS;
            Issue moved = missed == null ? running(issue, move, now) : issue.to(move, now);
            journal.write(moved, issue.status(), SCHEDULER, move.toString(), missed);
            return moved;
        });
    }

    /// Stops what is being sent and tells of a tool that has been taken down meanwhile.
    @Transactional
    void pauseWhatIsTakenDown() {
        takenDown.sending().forEach(id -> pauseIfSending(id, SCHEDULER, TAKEN_DOWN));
    }

    /// Ends an issue whose ledger has no row left to send. For the dispatcher, whenever it
    /// finds nothing to do.
    ///
    /// @return whether it has ended now
    @Transactional
    public boolean endIfDone(UUID id) {
        Issue issue = lock(id);
        if (issue.status() != IssueStatus.SENDING || ledger.hasOpen(id)) {
            return false;
        }
        Move move = ledger.hasFailed(id) ? Move.FINISH_WITH_FAILURES : Move.FINISH;
        journal.write(issue.ended(move, now()), issue.status(), DISPATCH, move.toString(), null);
        return true;
    }

    /// For an operator who has a message sent again: an issue that has ended goes on for its sake.
    ///
    /// @throws IllegalMove when the issue mails nobody any more
    @Transactional
    public void resend(UUID id, String operator) {
        Issue issue = lock(id);
        if (issue.status() != IssueStatus.SENDING && issue.status() != IssueStatus.PAUSED) {
            journal.write(issue.to(Move.RESEND, now()), issue.status(), operator, Move.RESEND.toString(), null);
        }
    }

    /// For whoever stops an issue without having looked at it: what is not being sent stays as it is.
    ///
    /// @return whether it is paused now
    @Transactional
    public boolean pauseIfSending(UUID id, String actor) {
        return pauseIfSending(id, actor, null);
    }

    private boolean pauseIfSending(UUID id, String actor, @Nullable String detail) {
        Issue issue = lock(id);
        if (issue.status() != IssueStatus.SENDING) {
            return false;
        }
        journal.write(issue.to(Move.PAUSE, now()), issue.status(), actor, Move.PAUSE.toString(), detail);
        return true;
    }

    /// For a start from a backup, which does not know what has been sent since: whatever would go
    /// out now by itself waits for a human.
    ///
    /// @return the issues that wait now
    @Transactional
    public List<UUID> hold() {
        Instant now = now();
        return issues.goingOut(now).stream().filter(id -> hold(lock(id), now)).toList();
    }

    /// @return false when another copy of the service was faster
    private boolean hold(Issue issue, Instant now) {
        Move move = issue.status() == IssueStatus.SENDING ? Move.PAUSE : Move.MISS;
        if (!move.isLegalFrom(issue.status())) {
            return false;
        }
        journal.write(issue.to(move, now), issue.status(), RESTORE, move.toString(), "started from a backup");
        return true;
    }

    /// Fills the ledger the first time: whoever may be mailed at this moment, in the transaction that
    /// starts sending.
    private Issue running(Issue issue, Move move, Instant now) {
        if (issue.isPublic() || !move.isLegalFrom(issue.status())) {
            return issue.to(move, now);
        }
        String host = Optional.ofNullable(site.publicUrl().getHost()).orElse("localhost");
        return issue.started(move, ledger.fill(issue.id(), host, now), now);
    }

    private Issue retried(Issue issue) {
        Issue moved = issue.to(Move.RETRY_FAILED, now());
        ledger.retryRejected(issue.id(), now());
        return moved;
    }

    private Issue lock(UUID id) {
        return issues.lock(id).orElseThrow(IssueNotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
