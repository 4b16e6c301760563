package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// Who is free to start. It is said with the read and decides nothing in it.
final class EntryWords {

    private EntryWords() {}

    static String of(List<ToolCard> tools) {
        List<ToolCard> unknown = labelled(tools, "Unknown");
        if (!unknown.isEmpty()) {
            boolean none = unknown.size() == tools.size();
            return "the entry price is not known for " + (none ? Several.any(tools) : Several.names(unknown));
        }
        List<ToolCard> free = labelled(tools, "Free");
        if (free.isEmpty()) {
            return Several.all(tools) + " cost money to start";
        }
        return free.size() == tools.size()
                ? Several.all(tools) + " are free to start"
                : "only %s %s free to start".formatted(Several.names(free), free.size() == 1 ? "is" : "are");
    }

    private static List<ToolCard> labelled(List<ToolCard> tools, String label) {
        return tools.stream()
                .filter(tool -> tool.pricing().entryLabel().equals(label))
                .toList();
    }
}
