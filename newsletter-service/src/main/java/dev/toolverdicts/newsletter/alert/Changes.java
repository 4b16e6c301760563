package dev.toolverdicts.newsletter.alert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads changes out of states: each event tells the last of a kind, with what was before and since when.
final class Changes {

    private Changes() {}

    static List<Change> of(ToolFacts tool) {
        List<Change> changes = new ArrayList<>();
        ToolFacts.Price price = tool.previousPricing();
        if (price != null) {
            add(
                    changes,
                    new Change(
                            ChangeKind.PRICE,
                            tool.toolId(),
                            null,
                            price.text(),
                            tool.pricing().text(),
                            tool.pricingSince()));
        }
        if (tool.previousStatus() != null) {
            add(
                    changes,
                    new Change(
                            ChangeKind.STATUS,
                            tool.toolId(),
                            null,
                            tool.previousStatus(),
                            tool.status(),
                            tool.statusSince()));
        }
        return changes;
    }

    /// The verdict's last change. That a new tool waits for its first verdict is none.
    static List<Change> of(PanelFacts panel) {
        @Nullable String before = panel.previousVerdict();
        String from = before == null ? PanelFacts.PENDING : before;
        List<Change> changes = new ArrayList<>();
        add(changes, new Change(ChangeKind.VERDICT, panel.toolId(), null, from, panel.verdict(), panel.verdictSince()));
        return changes;
    }

    private static void add(List<Change> changes, Change change) {
        if (change.isOne()) {
            changes.add(change);
        }
    }
}
