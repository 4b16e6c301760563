package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.catalog.card.CardParameters;
import dev.toolverdicts.catalog.card.NearName;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.search.Findings;
import dev.toolverdicts.catalog.search.SearchQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(1)
class SearchTool implements ReadTool {

    private static final int MOST = 20;

    /// @param next what to ask with as `cursor` for more; null on the last page
    record Found(
            String match,
            long total,
            List<ToolCard> tools,
            List<NearName> nearest,
            @Nullable String next) {}

    private final SearchQueries search;

    SearchTool(SearchQueries search) {
        this.search = search;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String title() {
        return "Find AI tools";
    }

    @Override
    public String description() {
        return "Finds AI tools by words and narrows them down. Each comes as a card with its slug, price, licence, the "
                + "panel's verdict (ship, mixed, skip, pending) and the community's votes.";
    }

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("q", "Words from the name, tagline or tags. Without them: all tools.")
                .text("category", "Key of a category, such as developer-tools.")
                .word("verdict", CardParameters.VERDICTS, "The panel's verdict.")
                .word("entry", CardParameters.ENTRIES, "What beginning with it costs.")
                .word("licenseClass", CardParameters.LICENSE_CLASSES, "Kind of licence.")
                .number("minVotes", 0, 999_999_999, "How many community votes there must be.")
                .word("sort", CardParameters.SORTS, "Order; the best match or the newest first without it.")
                .number("limit", 1, MOST, "How many at once; 10 without it.")
                .text("cursor", "The `next` of the page before.");
    }

    @Override
    public Object call(Arguments arguments) {
        Findings found = search.find(CardParameters.parse(
                arguments.text("category"),
                arguments.text("q"),
                arguments.text("verdict"),
                arguments.text("entry"),
                arguments.text("licenseClass"),
                arguments.text("minVotes"),
                arguments.text("sort"),
                arguments.text("limit", "10"),
                arguments.text("cursor")));
        return new Found(
                found.match().name().toLowerCase(Locale.ROOT),
                found.total(),
                found.page().cards(),
                found.nearest(),
                found.page().next());
    }
}
