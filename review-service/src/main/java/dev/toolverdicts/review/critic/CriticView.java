package dev.toolverdicts.review.critic;

import java.time.Instant;
import java.util.List;

/// A critic in the API.
///
/// @param categories whose tools the critic is assigned to; none means all
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
        List<String> categories,
        Instant asOf) {

    record CriticList(List<CriticView> critics, Instant asOf) {}
}
