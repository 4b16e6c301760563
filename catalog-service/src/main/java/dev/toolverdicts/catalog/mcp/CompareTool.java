package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.ComparisonQueries;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.platform.web.InvalidInput;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(3)
class CompareTool implements ReadTool {

    private final ComparisonQueries comparisons;
    private final KnownSlugs slugs;

    CompareTool(ComparisonQueries comparisons, KnownSlugs slugs) {
        this.comparisons = comparisons;
        this.slugs = slugs;
    }

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String title() {
        return "Tools side by side";
    }

    @Override
    public String description() {
        return "Two to five AI tools side by side: a decision table, every critic's score for each, one line that says "
                + "which to prefer or that there is no clear pick, the rule behind it and how sure it is.";
    }

    @Override
    public InputSchema input() {
        return new InputSchema()
                .texts("slugs", 2, Comparison.MOST_TOOLS, "The tools' slugs, as `search` tells them.")
                .need("slugs");
    }

    @Override
    public Object call(Arguments arguments) {
        List<String> present = arguments.texts("slugs").stream()
                .map(slugs::present)
                .distinct()
                .sorted()
                .toList();
        if (present.size() < 2) {
            throw InvalidInput.of("/slugs", "must name two different tools at least");
        }
        return switch (comparisons.find(String.join("-vs-", present))) {
            case Found.Compared found -> found.comparison();
            case Found.Moved _, Found.SameTool _, Found.Unknown _ ->
                throw new NothingFound("One of the tools has just gone or changed its name. Please ask again.");
        };
    }
}
