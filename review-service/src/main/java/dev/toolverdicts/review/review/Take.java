package dev.toolverdicts.review.review;

import dev.toolverdicts.review.critic.AuthorKind;
import java.time.Instant;

/// One current review as panels show it.
record Take(
        String criticKey,
        String criticName,
        String criticRole,
        Verdict verdict,
        int score,
        String body,
        boolean handsOn,
        AuthorKind authorKind,
        int revision,
        Instant publishedAt,
        Instant revisedAt) {}
