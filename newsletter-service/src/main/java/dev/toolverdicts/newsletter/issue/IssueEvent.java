package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of an issue as `newsletter.issue.v1` carries it: facts and counts, never an address.
///
/// @param state `sent` when everything has been handed over, `built` before
/// @param sent copies handed over so far; null before sending has started
record IssueEvent(
        UUID issueId,
        long version,
        String isoWeek,
        String state,
        String status,
        String subject,
        List<Item> items,
        @Nullable Integer recipients,
        @Nullable Long sent,
        Instant updatedAt) {

    static final String TOPIC = "newsletter.issue.v1";
    static final String TYPE = "dev.toolverdicts.issue.state";

    record Item(
            String kind, UUID toolId, String slug, @Nullable String pairKey, String headline) {}

    static IssueEvent of(Issue issue, List<IssueEntry> entries, long sent) {
        return new IssueEvent(
                issue.id(),
                issue.version(),
                issue.isoWeek(),
                issue.status().isEnded() ? "sent" : "built",
                issue.status().toString(),
                issue.subject(),
                entries.stream()
                        .filter(entry -> !entry.dropped())
                        .map(entry -> new Item(
                                entry.kind().toString(),
                                entry.toolId(),
                                entry.slug(),
                                entry.pairKey(),
                                Headline.of(entry)))
                        .toList(),
                issue.recipients(),
                issue.isPublic() ? sent : null,
                issue.updatedAt());
    }
}
