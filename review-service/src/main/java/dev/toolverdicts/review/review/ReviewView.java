package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import dev.toolverdicts.review.critic.Critic;
import java.time.Instant;

/// A review in the API.
record ReviewView(
        CriticLabel critic,
        Verdict verdict,
        int score,
        String body,
        boolean handsOn,
        AuthorKind authorKind,
        int revision,
        Instant publishedAt,
        Instant revisedAt,
        Instant asOf) {

    record CriticLabel(String key, String name, String role) {}

    static ReviewView of(Review review, Critic critic) {
        ReviewText text = review.text();
        return new ReviewView(
                new CriticLabel(critic.key(), critic.name(), critic.role()),
                text.verdict(),
                text.score(),
                text.body(),
                text.handsOn(),
                text.authorKind(),
                review.revision(),
                review.publishedAt(),
                review.revisedAt(),
                review.revisedAt());
    }

    static ReviewView of(Take take) {
        return new ReviewView(
                new CriticLabel(take.criticKey(), take.criticName(), take.criticRole()),
                take.verdict(),
                take.score(),
                take.body(),
                take.handsOn(),
                take.authorKind(),
                take.revision(),
                take.publishedAt(),
                take.revisedAt(),
                take.revisedAt());
    }
}
