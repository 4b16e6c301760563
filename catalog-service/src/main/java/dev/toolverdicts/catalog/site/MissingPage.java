package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// What stands where nothing was found: what to do next, and what is near.
record MissingPage(
        String kicker, String heading, String help, String nearHeading, List<ToolView> tools, List<Pair> pairs) {

    static MissingPage noTool(String slug, PageQueries pages) {
        List<ToolCard> near =
                pages.tools(CardFilter.ofWords(slug.replace('-', ' '), 6)).cards();
        String help = "Nothing by this address is on the sheet. It may be spelled differently; ";
        return near.isEmpty()
                ? of(
                        "No such tool",
                        help + "the newest entries are below.",
                        pages.tools(CardFilter.newest(6)).cards())
                : of("No such tool", help + "these come near it.", near);
    }

    static MissingPage noCategory(PageQueries pages) {
        return of(
                "No such category",
                "The list of categories is on the front page. These are the newest entries of all.",
                pages.tools(CardFilter.newest(8)).cards());
    }

    static MissingPage of(String heading, String help, List<ToolCard> near) {
        return new MissingPage(
                "404",
                heading,
                help,
                "On the sheet",
                near.stream().limit(5).map(ToolView::of).toList(),
                Pair.among(near, 6));
    }
}
