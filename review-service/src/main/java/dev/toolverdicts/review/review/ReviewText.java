package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a critic says and how it came about, validated.
///
/// @param model which model wrote or drafted it; null when nobody says, and for people
/// @param promptVersion which version of its instructions the model had
/// @param citations by id
record ReviewText(
        Verdict verdict,
        int score,
        String body,
        boolean handsOn,
        AuthorKind authorKind,
        @Nullable String model,
        @Nullable String promptVersion,
        List<Citation> citations) {

    static final int LONGEST_BODY = 5000;

    ReviewText {
        if (score < 0 || score > 100 || body.isEmpty()) {
            throw new IllegalArgumentException("not a review");
        }
        citations = List.copyOf(citations);
    }
}
