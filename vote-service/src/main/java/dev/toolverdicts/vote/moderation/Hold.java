package dev.toolverdicts.vote.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Held votes of one tool with one reason and one actor.
///
/// @param tool the tool's address, null when the catalog has no such tool
/// @param since when the first of them was held
record Hold(
        @Nullable String tool,
        UUID toolId,
        String reason,
        String actor,
        long votes,
        long ships,
        long skips,
        Instant since) {

    /// What the database knows of it.
    record Row(UUID toolId, String reason, String actor, long votes, long ships, long skips, Instant since) {

        Hold at(@Nullable String slug) {
            return new Hold(slug, toolId, reason, actor, votes, ships, skips, since);
        }
    }
}
