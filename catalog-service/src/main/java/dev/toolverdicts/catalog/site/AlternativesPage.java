package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What could be used in a tool's place, and why in this order.
record AlternativesPage(ToolView tool, String rule, List<Row> rows) {

    record Row(int place, ToolView tool, String reason, Pair pair) {}

    static AlternativesPage of(ToolCard card, List<Alternative> alternatives) {
        ToolView tool = ToolView.of(card);
        return new AlternativesPage(
                tool,
                Alternative.RULE,
                IntStream.range(0, alternatives.size())
                        .mapToObj(at -> row(tool, at + 1, alternatives.get(at)))
                        .toList());
    }

    private static Row row(ToolView tool, int place, Alternative alternative) {
        ToolView other = ToolView.of(alternative.tool());
        return new Row(place, other, reason(alternative), Pair.of(tool, other));
    }

    private static String reason(Alternative alternative) {
        var reasons = new ArrayList<String>();
        if (!alternative.sharedTags().isEmpty()) {
            reasons.add("shares " + String.join(", ", alternative.sharedTags()));
        }
        if (alternative.openedTogether() > 0) {
            reasons.add("opened side by side " + Words.count(alternative.openedTogether(), "time"));
        }
        reasons.add(
                alternative.sameCategory()
                        ? "same category"
                        : "from " + alternative.tool().category().name());
        return Words.capital(String.join("; ", reasons)) + ".";
    }
}
