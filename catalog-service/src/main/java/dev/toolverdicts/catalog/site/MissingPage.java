package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// What stands where nothing was found: what to do next, and what is near.
///
/// @param kicker the status of the answer
record MissingPage(
        String kicker, String heading, String help, String nearHeading, List<ToolView> tools, List<Pair> pairs) {

    /// For an address where a tool would stand.
    static MissingPage noTool(String slug, PageQueries pages) {
        return pages.takenDown(slug)
                .map(why -> takenDown("This tool was taken down", why, pages))
                .orElseGet(() -> unknown(slug, pages));
    }

    private static MissingPage unknown(String slug, PageQueries pages) {
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

    /// Where a tool was, or a comparison with it.
    static MissingPage takenDown(String heading, TakenDown why, PageQueries pages) {
        String help = "Taken down on %s: %s Its reviews and votes are kept and come back with it."
                .formatted(TakeView.day(why.since()), sentence(why.reason()));
        return of("410", heading, help, pages.tools(CardFilter.newest(6)).cards());
    }

    private static String sentence(String reason) {
        return reason.matches("(?s).*[.!?…]") ? reason : reason + ".";
    }

    static MissingPage noCategory(PageQueries pages) {
        return of(
                "No such category",
                "The list of categories is on the front page. These are the newest entries of all.",
                pages.tools(CardFilter.newest(8)).cards());
    }

    /// For a comparison with weights that mean nothing; without them it is one click away.
    static MissingPage unusableWeights(List<String> faults, List<ToolCard> tools) {
        return of("400", "These weights cannot be used", Words.capital(String.join("; ", faults)) + ".", tools);
    }

    static MissingPage of(String heading, String help, List<ToolCard> near) {
        return of("404", heading, help, near);
    }

    private static MissingPage of(String status, String heading, String help, List<ToolCard> near) {
        return new MissingPage(
                status,
                heading,
                help,
                "On the sheet",
                near.stream().limit(5).map(ToolView::of).toList(),
                Pair.among(near, 6));
    }
}
