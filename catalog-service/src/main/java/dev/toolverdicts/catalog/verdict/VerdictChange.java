package dev.toolverdicts.catalog.verdict;

import dev.toolverdicts.catalog.card.ToolCard;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a tool has had its present verdict since some moment.
///
/// @param before the verdict before; null when it is the first one
public record VerdictChange(
        UUID toolId, ToolCard tool, @Nullable String before, Instant since) {

    /// Which changes somebody wants to hear of.
    public enum Kind {
        /// the panel has come to a verdict
        FIRST,
        /// there was another verdict before
        TURNED,
        ALL
    }
}
