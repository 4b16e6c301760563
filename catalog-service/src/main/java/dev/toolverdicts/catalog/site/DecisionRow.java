package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.site.CommunityView.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the decision table as the page draws it.
///
/// @param plain whether its cells are words and nothing else, as most are
record DecisionRow(String label, boolean equal, boolean plain, List<Cell> cells) {

    /// @param verdict whose mark stands before the words, in the panel's row
    /// @param live the tool whose votes change the words while the page is open
    record Cell(
            String column,
            String value,
            @Nullable String verdict,
            @Nullable String live,
            @Nullable Interval interval) {}

    static DecisionRow of(Comparison.Row row, List<ToolView> tools, List<String> columns) {
        boolean panel = row.label().equals("Panel verdict");
        boolean community = row.label().equals("Community");
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < tools.size(); i++) {
            ToolView tool = tools.get(i);
            cells.add(new Cell(
                    columns.get(i),
                    row.values().get(i) + check(row.label(), tool),
                    panel ? tool.panel().verdict().key() : null,
                    community ? tool.slug() : null,
                    community ? tool.community().interval() : null));
        }
        return new DecisionRow(row.label(), row.equal(), !panel && !community, cells);
    }

    /// A word on a fact that nobody has looked at for long.
    private static String check(String label, ToolView tool) {
        boolean check = switch (label) {
            case "Pricing" -> tool.priceFact().check();
            case "License" -> tool.licenseFact().check();
            case "Status" -> tool.statusFact().check();
            default -> false;
        };
        return check ? " · check" : "";
    }
}
