package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Two tools that do the same job, in the order their comparison has.
record Pair(ToolView left, ToolView right) {

    static Pair of(ToolView one, ToolView other) {
        boolean inOrder = one.slug().compareTo(other.slug()) < 0;
        return inOrder ? new Pair(one, other) : new Pair(other, one);
    }

    String key() {
        return left.slug() + "-vs-" + right.slug();
    }

    public String path() {
        return "/compare/" + key();
    }

    /// The useful pairs among these tools, those of the first tools first.
    static List<Pair> among(List<ToolCard> cards, int limit) {
        List<ToolView> tools = cards.stream().map(ToolView::of).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < tools.size(); i++) {
            for (int j = 0; j < i && pairs.size() < limit; j++) {
                if (tools.get(i).categoryKey().equals(tools.get(j).categoryKey())) {
                    pairs.add(of(tools.get(j), tools.get(i)));
                }
            }
        }
        return List.copyOf(pairs);
    }

    /// One tool against each of the others.
    static List<Pair> with(ToolCard tool, List<ToolCard> others, int limit) {
        ToolView own = ToolView.of(tool);
        return others.stream()
                .filter(other -> !other.slug().equals(tool.slug()))
                .limit(limit)
                .map(other -> of(own, ToolView.of(other)))
                .toList();
    }

    static Stream<String> slugs(Stream<Pair> pairs) {
        return pairs.flatMap(pair -> pair.both().stream()).map(ToolView::slug);
    }

    public List<ToolView> both() {
        return List.of(left, right);
    }

    boolean decided() {
        return !left.panel().pending() && !right.panel().pending();
    }
}
