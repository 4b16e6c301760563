package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One current review as panels show it.
///
/// @param dueAt when it is due for another look
/// @param previousVerdict what the critic said before, null while that never changed
/// @param verdictSince since when the critic says this
/// @param changeReason why it changed, in the critic's words; null when nobody says
/// @param helpfulYes answers of readers about this revision
public record Take(
        String criticKey,
        String criticName,
        String criticRole,
        Verdict verdict,
        int score,
        String body,
        boolean handsOn,
        AuthorKind authorKind,
        @Nullable String model,
        @Nullable String promptVersion,
        List<Citation> citations,
        int revision,
        Instant publishedAt,
        Instant revisedAt,
        Instant dueAt,
        @Nullable Verdict previousVerdict,
        Instant verdictSince,
        @Nullable String changeReason,
        int helpfulYes,
        int helpfulNo) {}
