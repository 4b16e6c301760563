package dev.toolverdicts.newsletter.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An issue as newsletter editors read it.
///
/// @param entries every entry, dropped ones too, in their order
record IssueView(
        UUID id,
        String isoWeek,
        String status,
        long version,
        String subject,
        String intro,
        String author,
        @Nullable String approver,
        @Nullable Instant scheduledAt,
        @Nullable String zone,
        @Nullable Integer recipients,
        Instant createdAt,
        @Nullable Instant approvedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<Entry> entries,
        Instant asOf) {

    record Entry(
            int id,
            boolean dropped,
            @Nullable String note,
            String kind,
            String slug,
            String headline,
            String path,
            @Nullable Instant since) {

        static Entry of(IssueEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.dropped(),
                    entry.note(),
                    entry.kind().toString(),
                    entry.slug(),
                    Headline.of(entry),
                    entry.address(),
                    entry.since());
        }
    }

    static IssueView of(Issue issue, List<IssueEntry> entries) {
        return new IssueView(
                issue.id(),
                issue.isoWeek(),
                issue.status().toString(),
                issue.version(),
                issue.subject(),
                issue.intro(),
                issue.author(),
                issue.approver(),
                issue.scheduledAt(),
                issue.scheduleZone(),
                issue.recipients(),
                issue.createdAt(),
                issue.approvedAt(),
                issue.startedAt(),
                issue.finishedAt(),
                entries.stream().map(Entry::of).toList(),
                issue.updatedAt());
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
