package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.TakenDown;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page for an address of tools that are not all here, or too many. What is known of it is the
/// nearest help.
record MissingComparison(PageQueries pages) {

    private static final int LOOKED_AT = Comparison.MOST_TOOLS + 1;
    static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

    PageMissing at(String key) {
        Optional<TakenDown> gone = takenDown(key);
        if (gone.isPresent()) {
            return new PageMissing(MissingPage.takenDown("One of these tools was taken down", gone.get(), pages));
        }
        List<String> asked = asked(key);
        List<ToolCard> known =
                slugs(asked).map(pages::tool).flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return new PageMissing(MissingPage.of(
                    "No such comparison",
                    "No tool of this address is on the sheet. These are the newest entries.",
                    pages.tools(CardFilter.newest(8)).cards()));
        }
        if (known.size() == LOOKED_AT) {
            return new PageMissing(MissingPage.of(
                    "Five tools, not more",
                    "More than five columns nobody reads. Take some of them out of the address.",
                    known));
        }
        Stream<ToolCard> best = new UsefulPairs(pages)
                .best(known.getFirst().category().key()).stream()
                        .filter(tool ->
                                known.stream().noneMatch(each -> each.slug().equals(tool.slug())));
        List<ToolCard> near = Stream.concat(known.stream(), best).toList();
        return new PageMissing(MissingPage.of(
                asked.size() <= 2 ? "Only one of the two is here" : "Not all of them are here", help(known), near));
    }

    /// Why the first of its tools that is not shown any more is not.
    Optional<TakenDown> takenDown(String key) {
        return slugs(asked(key)).map(pages::takenDown).flatMap(Optional::stream).findFirst();
    }

    private static List<String> asked(String key) {
        return CompareAddress.slugs(key).stream().distinct().limit(LOOKED_AT).toList();
    }

    private static Stream<String> slugs(List<String> asked) {
        return asked.stream().filter(part -> SLUG.matcher(part).matches());
    }

    private static String help(List<ToolCard> known) {
        String names = known.stream().map(ToolCard::name).collect(Collectors.joining(", "));
        return names + (known.size() == 1 ? " is" : " are") + " on the sheet, the rest is not. These do the same job.";
    }
}
