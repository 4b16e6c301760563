package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.catalog.history.TurnQueries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(4)
class HistoryTool implements ReadTool {

    private final TurnQueries turns;
    private final KnownSlugs slugs;

    HistoryTool(TurnQueries turns, KnownSlugs slugs) {
        this.turns = turns;
        this.slugs = slugs;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String title() {
        return "How a tool came to be what it is";
    }

    @Override
    public String description() {
        return "The last change of a tool's verdict, price and status with what was before and since when, where each "
                + "critic changed their mind and why, and the tool's places on the latest leaderboards. Nothing older "
                + "than the last change of each kind is told; `/api/v1/tools/{slug}/history` lists every "
                + "change of a fact.";
    }

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("slug", "The tool's slug, as `search` tells it.")
                .need("slug");
    }

    @Override
    public Object call(Arguments arguments) {
        return slugs.read(arguments.text("slug", ""), turns::of);
    }
}
