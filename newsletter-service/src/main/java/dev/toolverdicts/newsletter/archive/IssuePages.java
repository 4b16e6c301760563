package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Past issues, put together for whoever prints them.
@Component
class IssuePages {

    private final IssueQueries issues;

    IssuePages(IssueQueries issues) {
        this.issues = issues;
    }

    /// The week's issue, once something of it has been sent.
    Optional<IssuePage> of(IsoWeek week) {
        return issues.sentIn(week.toString()).map(issue -> page(week, issue));
    }

    private IssuePage page(IsoWeek week, Issue issue) {
        return new IssuePage(
                PastIssue.of(issue),
                Days.of(week),
                issues.text(issue),
                issues.corrections(issue.id()).stream()
                        .map(IssuePage.Corrected::of)
                        .toList(),
                issues.weekAfter(issue.isoWeek()).orElse(null),
                issues.weekBefore(issue.isoWeek()).orElse(null));
    }
}
