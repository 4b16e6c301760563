package dev.toolverdicts.catalog.comparison;

import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison.Row;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows a reader decides by, each in the same words for every tool.
final class DecisionTable {

    private static final String NOT_SAID = "—";

    private DecisionTable() {}

    static List<Row> of(List<ToolCard> tools) {
        return List.of(
                row("Panel verdict", tools, DecisionTable::panel),
                row("Community", tools, DecisionTable::community),
                row("Pricing", tools, tool -> tool.pricing().text()),
                row("License", tools, DecisionTable::license),
                row("Status", tools, tool -> capital(tool.status())),
                row("Best for", tools, tool -> said(tool.bestFor())),
                row("Not for", tools, tool -> said(tool.notFor())),
                row("Category", tools, tool -> tool.category().name()));
    }

    private static Row row(String label, List<ToolCard> tools, Function<ToolCard, String> value) {
        List<String> values = tools.stream().map(value).toList();
        return new Row(label, values, values.stream().distinct().count() == 1);
    }

    private static String said(@Nullable String text) {
        return text == null ? NOT_SAID : text;
    }

    private static String panel(ToolCard tool) {
        ToolCard.Panel panel = tool.panel();
        return "%s · %s · %d of %d critics"
                .formatted(capital(panel.verdict()), panel.counts(), panel.ships() + panel.skips(), panel.critics());
    }

    private static String community(ToolCard tool) {
        ToolCard.Community community = tool.community();
        if (community.votes() == 0) {
            return "No community votes yet";
        }
        return community.hasShare()
                ? "%d of %d ship · %d%%".formatted(community.ships(), community.votes(), community.pct())
                : "%d ship / %d skip".formatted(community.ships(), community.skips());
    }

    private static String license(ToolCard tool) {
        String meaning = switch (tool.license().licenseClass()) {
            case "osi_open" -> "open source";
            case "open_weight_restricted" -> "open weights, with conditions";
            case "source_available" -> "source available, with conditions";
            case "proprietary" -> "proprietary";
            default -> "not known";
        };
        return tool.license().spdx() == null ? capital(meaning) : tool.license().spdx() + " · " + meaning;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
