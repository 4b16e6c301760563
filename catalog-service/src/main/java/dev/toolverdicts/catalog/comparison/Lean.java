package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import org.jspecify.annotations.Nullable;

/// What the panel or the community makes of the tools.
///
/// @param pick the tool it clearly prefers, if there is one
/// @param words the same as a part of the read
record Lean(@Nullable ToolCard pick, String words) {}
