package dev.toolverdicts.catalog.mcp;

import dev.toolverdicts.catalog.card.CardQueries;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(2)
class OneTool implements ReadTool {

    /// @param page where people read the same
    record Shown(ToolCard tool, List<Take> reviews, String page) {}

    private final CardQueries cards;
    private final KnownSlugs slugs;
    private final SiteSettings site;

    OneTool(CardQueries cards, KnownSlugs slugs, SiteSettings site) {
        this.cards = cards;
        this.slugs = slugs;
        this.site = site;
    }

    @Override
    public String name() {
        return "get_tool";
    }

    @Override
    public String title() {
        return "One tool with its reviews";
    }

    @Override
    public String description() {
        return "One AI tool by its slug: price, licence, what it is best for, the panel's verdict with every critic's "
                + "review, the community's votes with their interval. Reviews say whether an AI persona wrote them.";
    }

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("slug", "The tool's slug, as `search` tells it.")
                .need("slug");
    }

    @Override
    public Object call(Arguments arguments) {
        return slugs.read(arguments.text("slug", ""), this::shown);
    }

    private Optional<Shown> shown(String slug) {
        return cards.withTakes(List.of(slug)).stream()
                .findFirst()
                .map(found -> new Shown(found.card(), found.takes(), site.publicUrl() + "/tool/" + slug));
    }
}
