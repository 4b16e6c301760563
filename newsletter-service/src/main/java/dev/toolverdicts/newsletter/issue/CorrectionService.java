package dev.toolverdicts.newsletter.issue;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes what was wrong in a sent issue.
@Service
public class CorrectionService {

    private final IssueRepository issues;
    private final CorrectionRepository corrections;
    private final IssueJournal journal;
    private final Clock clock;

    CorrectionService(IssueRepository issues, CorrectionRepository corrections, IssueJournal journal, Clock clock) {
        this.issues = issues;
        this.corrections = corrections;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Issue correct(UUID id, String note, String editor) {
        Issue issue = issues.lock(id).orElseThrow(IssueNotFound::new);
        if (!issue.isPublic()) {
            throw new NotSentYet(issue.status());
        }
        Issue corrected =
                issue.edited(issue.subject(), issue.intro(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        corrections.add(corrected, note);
        journal.write(corrected, issue.status(), editor, "correct", note);
        return corrected;
    }
}
