package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.issue.Correction;
import dev.toolverdicts.newsletter.issue.IssueText;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A past issue as the page prints it.
///
/// @param newer the week of the next issue; null at the end
/// @param older the week of the one before; null at the start
record IssuePage(
        PastIssue issue,
        String days,
        IssueText text,
        List<Corrected> corrections,
        @Nullable String newer,
        @Nullable String older) {

    record Corrected(String note, String at, String day) {

        static Corrected of(Correction correction) {
            return new Corrected(
                    correction.note(),
                    correction.notedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Days.of(correction.notedAt()));
        }
    }
}
