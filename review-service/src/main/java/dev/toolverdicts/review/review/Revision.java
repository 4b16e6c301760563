package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the texts that a critic has published about a tool.
///
/// @param previousVerdict that of the revision before, null for the first
/// @param body null when this revision was withdrawn: what was taken back is not shown
/// @param reason why it was written, in the critic's words; null when nobody says
/// @param withdrawnAt null unless it was withdrawn before the next one came
public record Revision(
        int revision,
        Verdict verdict,
        @Nullable Verdict previousVerdict,
        int score,
        @Nullable String body,
        boolean handsOn,
        AuthorKind authorKind,
        @Nullable String model,
        @Nullable String promptVersion,
        List<Citation> citations,
        @Nullable String reason,
        Instant revisedAt,
        @Nullable Instant withdrawnAt) {

    public boolean turnsVerdict() {
        return previousVerdict != null && previousVerdict != verdict;
    }
}
