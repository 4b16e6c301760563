package dev.toolverdicts.catalog.card;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One page of a critic's takes and the opaque cursor of the next, if there is one.
public record TakePage(List<Given> takes, @Nullable String next) {

    /// A take with the tool it is about, read at one moment.
    ///
    /// @param toolId stays when the tool gets another slug
    public record Given(UUID toolId, ToolCard tool, Take take) {}
}
