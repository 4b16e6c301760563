package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The panel prefers a tool when all have their quorum and it is ten points or more ahead of every
/// other.
final class PanelLean {

    /// In points of Panel ship. One critic of seven is fourteen: such a lead is one changed mind
    /// at least.
    static final int MARGIN = 10;

    private PanelLean() {}

    static Lean of(List<ToolCard> tools) {
        List<ToolCard> pending = tools.stream().filter(PanelLean::isPending).toList();
        if (!pending.isEmpty()) {
            return new Lean(
                    null,
                    "is still out on "
                            + (pending.size() == tools.size() ? Several.all(tools) : Several.names(pending)));
        }
        List<ToolCard> ranked = tools.stream()
                .sorted(Comparator.comparingInt(PanelLean::share).reversed())
                .toList();
        ToolCard first = ranked.getFirst();
        int next = share(ranked.get(1));
        return share(first) - next < MARGIN
                ? new Lean(null, close(tools, ranked))
                : new Lean(first, "prefers %s, %d%% to %s".formatted(first.name(), share(first), next(tools, next)));
    }

    private static String next(List<ToolCard> tools, int share) {
        return (tools.size() == 2 ? "%d%%" : "the next one’s %d%%").formatted(share);
    }

    private static String close(List<ToolCard> tools, List<ToolCard> ranked) {
        int best = share(ranked.getFirst());
        if (best == share(ranked.getLast())) {
            return "is level at %d%%".formatted(best);
        }
        if (tools.size() == 2) {
            return "is close, %d%% and %d%%".formatted(share(tools.getFirst()), share(tools.getLast()));
        }
        return ranked.stream()
                .filter(tool -> best - share(tool) < MARGIN)
                .map(tool -> "%s %d%%".formatted(tool.name(), share(tool)))
                .collect(Collectors.joining(", ", "is close at the top, ", ""));
    }

    private static boolean isPending(ToolCard tool) {
        return tool.panel().verdict().equals("pending") || tool.panel().pct() == null;
    }

    private static int share(ToolCard tool) {
        Integer pct = tool.panel().pct();
        return pct == null ? 0 : pct;
    }
}
