package dev.toolverdicts.review.critic;

import java.util.List;

/// One critic as `reference/critics.json` describes it; the place in that list is the critic's position.
///
/// @param categories whose tools the critic is assigned to; none means all
record Persona(
        String key,
        String name,
        String role,
        List<String> categories,
        String motto,
        String persona,
        List<String> likes,
        List<String> dislikes) {

    private static final int LINES = 3;

    Persona {
        if (likes.size() != LINES || dislikes.size() != LINES) {
            throw new IllegalArgumentException(key + " needs three likes and three dislikes");
        }
        categories = List.copyOf(categories);
    }
}
