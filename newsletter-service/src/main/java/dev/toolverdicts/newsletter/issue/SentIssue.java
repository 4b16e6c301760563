package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sent issue as everybody reads it: what it tells, and nothing about who made it or gets it.
///
/// @param sentAt when the first of it was sent
/// @param path its page
record SentIssue(
        UUID id,
        String isoWeek,
        String subject,
        Instant sentAt,
        String path,
        String intro,
        List<Entry> entries,
        List<Correction> corrections,
        Instant asOf) {

    record Entry(
            String kind,
            String slug,
            String headline,
            String path,
            @Nullable String note) {}

    static SentIssue of(Issue issue, List<IssueEntry> entries, List<Correction> corrections) {
        return new SentIssue(
                issue.id(),
                issue.isoWeek(),
                issue.subject(),
                issue.startedAt() == null ? issue.updatedAt() : issue.startedAt(),
                "/weekly/" + issue.isoWeek(),
                issue.intro(),
                entries.stream()
                        .filter(entry -> !entry.dropped())
                        .map(entry -> new Entry(
                                entry.kind().toString(),
                                entry.slug(),
                                Headline.of(entry),
                                entry.address(),
                                entry.note()))
                        .toList(),
                corrections,
                issue.updatedAt());
    }
}
