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

    private record Shared(ToolCard tool, int share) {}

    private PanelLean() {}

    static Lean of(List<ToolCard> tools, PanelShares shares) {
        List<ToolCard> pending =
                tools.stream().filter(tool -> shares.of(tool) == null).toList();
        if (!pending.isEmpty()) {
            return new Lean(
                    null,
                    "is still out on "
                            + (pending.size() == tools.size() ? Several.all(tools) : Several.names(pending)));
        }
        List<Shared> sides = tools.stream()
                .map(tool -> new Shared(tool, share(shares, tool)))
                .toList();
        List<Shared> ranked = sides.stream()
                .sorted(Comparator.comparingInt(Shared::share).reversed())
                .toList();
        Shared first = ranked.getFirst();
        int next = ranked.get(1).share();
        return first.share() - next < MARGIN
                ? new Lean(null, close(sides, ranked))
                : new Lean(
                        first.tool(),
                        "prefers %s, %d%% to %s".formatted(first.tool().name(), first.share(), next(tools, next)));
    }

    private static String next(List<ToolCard> tools, int share) {
        return (tools.size() == 2 ? "%d%%" : "the next one’s %d%%").formatted(share);
    }

    private static String close(List<Shared> sides, List<Shared> ranked) {
        int best = ranked.getFirst().share();
        if (best == ranked.getLast().share()) {
            return "is level at %d%%".formatted(best);
        }
        if (sides.size() == 2) {
            return "is close, %d%% and %d%%"
                    .formatted(sides.getFirst().share(), sides.getLast().share());
        }
        return ranked.stream()
                .filter(side -> best - side.share() < MARGIN)
                .map(side -> "%s %d%%".formatted(side.tool().name(), side.share()))
                .collect(Collectors.joining(", ", "is close at the top, ", ""));
    }

    private static int share(PanelShares shares, ToolCard tool) {
        Integer pct = shares.of(tool);
        return pct == null ? 0 : pct;
    }
}
