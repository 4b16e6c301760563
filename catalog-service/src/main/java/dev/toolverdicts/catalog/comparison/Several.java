package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;
import java.util.stream.Collectors;

/// Words for all the tools of a comparison, or for some of them.
final class Several {

    private Several() {}

    static String all(List<ToolCard> tools) {
        return tools.size() == 2 ? "both" : "all of them";
    }

    static String any(List<ToolCard> tools) {
        return tools.size() == 2 ? "either" : "any of them";
    }

    /// "A", "A and B", "A, B and C".
    static String names(List<ToolCard> tools) {
        String last = tools.getLast().name();
        return tools.size() == 1
                ? last
                : tools.stream().limit(tools.size() - 1L).map(ToolCard::name).collect(Collectors.joining(", "))
                        + " and " + last;
    }
}
