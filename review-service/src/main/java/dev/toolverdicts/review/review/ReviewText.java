package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;

/// What a critic says, validated.
record ReviewText(Verdict verdict, int score, String body, boolean handsOn, AuthorKind authorKind) {

    static final int LONGEST_BODY = 5000;

    ReviewText {
        if (score < 0 || score > 100 || body.isEmpty()) {
            throw new IllegalArgumentException("not a review");
        }
    }
}
