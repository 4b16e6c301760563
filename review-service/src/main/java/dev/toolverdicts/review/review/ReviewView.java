package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A review in the API.
record ReviewView(
        CriticLabel critic,
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
        int helpfulNo,
        Instant asOf) {

    record CriticLabel(String key, String name, String role) {}

    static ReviewView of(Take take) {
        return new ReviewView(
                new CriticLabel(take.criticKey(), take.criticName(), take.criticRole()),
                take.verdict(),
                take.score(),
                take.body(),
                take.handsOn(),
                take.authorKind(),
                take.model(),
                take.promptVersion(),
                take.citations(),
                take.revision(),
                take.publishedAt(),
                take.revisedAt(),
                take.dueAt(),
                take.previousVerdict(),
                take.verdictSince(),
                take.changeReason(),
                take.helpfulYes(),
                take.helpfulNo(),
                take.revisedAt());
    }
}
