package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A review as it is sent.
///
/// @param reason why it is written anew, for those who knew the text before
public record ReviewDraft(
        Verdict verdict,
        int score,
        String body,
        boolean handsOn,
        AuthorKind authorKind,
        @Nullable String model,
        @Nullable String promptVersion,
        @Nullable List<Citation> citations,
        @Nullable String reason) {

    ReviewText text() {
        return new ReviewText(
                verdict,
                score,
                body,
                handsOn,
                authorKind,
                model,
                promptVersion,
                citations == null ? List.of() : citations);
    }
}
