package dev.toolverdicts.newsletter.digest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing to tell.
///
/// @param from the verdict or price before; null where there was none
/// @param to the verdict or price now; null for a new tool
/// @param panel the counts behind a verdict
/// @param since when it happened
public record DigestEntry(
        DigestKind kind,
        ToldTool tool,
        @Nullable String from,
        @Nullable String to,
        @Nullable PanelCounts panel,
        Instant since) {

    public record ToldTool(String slug, String name, String tagline) {}

    public record PanelCounts(int ships, int skips) {}
}
