package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.ToolCard;
import java.util.List;

/// What stands where nothing was found: what to do next, and what is near.
record MissingPage(
        String kicker, String heading, String help, String nearHeading, List<ToolView> tools, List<Pair> pairs) {

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
