package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import org.jspecify.annotations.Nullable;

/// How much of the panel ships each tool.
@FunctionalInterface
interface PanelShares {

    /// Every critic counts once.
    PanelShares EQUAL = tool -> isPending(tool) ? null : tool.panel().pct();

    /// In percent; null while the panel is still out on the tool.
    @Nullable
    Integer of(ToolCard tool);

    static boolean isPending(ToolCard tool) {
        return tool.panel().verdict().equals("pending") || tool.panel().pct() == null;
    }
}
