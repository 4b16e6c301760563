package dev.toolverdicts.newsletter.issue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Approves an issue with what the checks say of the very version that is approved.
@Service
public class ApprovalService {

    private final IssueQueries issues;
    private final IssueJournal journal;
    private final Preflight preflight;
    private final MoveService moves;

    ApprovalService(IssueQueries issues, IssueJournal journal, Preflight preflight, MoveService moves) {
        this.issues = issues;
        this.journal = journal;
        this.preflight = preflight;
        this.moves = moves;
    }

    /// Whether their word counts with a reason only, because it is their own issue.
    public boolean needsReason(Issue issue, @Nullable String approver) {
        return approver != null && journal.writers(issue).contains(approver);
    }

    /// A failed check is overridden by a second person's approval, never by the author.
    ///
    /// @param override why one person is enough this time; null when a second one approves
    public Issue approve(UUID id, String approver, @Nullable String override) {
        Issue seen = issues.byId(id).orElseThrow(IssueNotFound::new);
        if (!Move.APPROVE.isLegalFrom(seen.status())) {
            throw new IllegalMove(Move.APPROVE, seen.status());
        }
        List<String> failed = preflight.of(seen).stream()
                .filter(Check::hasFailed)
                .map(Check::name)
                .toList();
        return moves.approve(id, new Approval(approver, override, seen.version(), failed));
    }
}
