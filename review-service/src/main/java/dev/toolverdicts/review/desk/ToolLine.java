package dev.toolverdicts.review.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tool as a critic finds it, with the own review of it.
///
/// @param written null when there is none
record ToolLine(
        UUID toolId, String slug, String name, @Nullable Written written) {

    /// The own review of a tool in short.
    ///
    /// @param dueAt when it is due for another look
    record Written(String verdict, int score, Instant revisedAt, Instant dueAt) {}
}
