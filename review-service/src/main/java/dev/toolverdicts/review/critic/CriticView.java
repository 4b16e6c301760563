package dev.toolverdicts.review.critic;

import java.time.Instant;
import java.util.List;

/// A critic in the API.
record CriticView(
        String key,
        int position,
        String name,
        String role,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes,
        AuthorKind authorKind,
        Instant asOf) {

    record CriticList(List<CriticView> critics, Instant asOf) {}
}
