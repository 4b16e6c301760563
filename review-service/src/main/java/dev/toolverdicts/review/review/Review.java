package dev.toolverdicts.review.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one critic says about one tool, in its latest revision.
///
/// @param revision 1 for the first text, one more with every later one, also after a withdrawal
/// @param publishedAt when the first revision was published
/// @param withdrawnAt null while the review is current
record Review(
        UUID toolId,
        String criticKey,
        int revision,
        ReviewText text,
        Instant publishedAt,
        Instant revisedAt,
        @Nullable Instant withdrawnAt) {

    static Review first(UUID toolId, String criticKey, ReviewText text, Instant now) {
        return new Review(toolId, criticKey, 1, text, now, now, null);
    }

    boolean isCurrent() {
        return withdrawnAt == null;
    }

    Review revised(ReviewText next, Instant now) {
        return new Review(toolId, criticKey, revision + 1, next, publishedAt, now, null);
    }

    Review withdrawn(Instant now) {
        return new Review(toolId, criticKey, revision, text, publishedAt, revisedAt, now);
    }
}
