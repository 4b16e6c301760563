package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.Fact;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// Who is free to start. It is said with the read and decides nothing in it. Of prices that nobody has
/// looked at for long it says nothing.
final class EntryWords {

    private EntryWords() {}

    static String of(List<ToolCard> tools) {
        List<ToolCard> outdated =
                tools.stream().filter(tool -> tool.facts().price().outdated()).toList();
        if (!outdated.isEmpty()) {
            return "prices are not compared, as nobody has looked at that of %s for %d days"
                    .formatted(
                            outdated.size() == tools.size() ? Several.any(tools) : Several.names(outdated),
                            Fact.OUTDATED_AFTER.toDays());
        }
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
