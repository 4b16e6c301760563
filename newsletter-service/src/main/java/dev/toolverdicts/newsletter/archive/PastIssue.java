package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.issue.Issue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A sent issue as lists name it.
record PastIssue(String isoWeek, String title, Instant sentAt, String day) {

    private static final String SERIES = "Weekly AI Tool Verdicts: ";

    static PastIssue of(Issue issue) {
        Instant sentAt =
                Optional.ofNullable(issue.startedAt()).orElse(issue.updatedAt()).truncatedTo(ChronoUnit.SECONDS);
        return new PastIssue(issue.isoWeek(), title(issue.subject()), sentAt, Days.of(sentAt));
    }

    /// A subject without the name of the series, which the page has said already.
    private static String title(String subject) {
        return subject.startsWith(SERIES) ? subject.substring(SERIES.length()) : subject;
    }
}
