package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.site.StructuredData.Crumb;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ComparePageController {

    private final PageQueries pages;
    private final UsefulPairs pairs;
    private final PageSettings settings;
    private final Ballots ballots;
    private final StructuredData structured;

    ComparePageController(PageQueries pages, PageSettings settings, Ballots ballots, StructuredData structured) {
        this.pages = pages;
        this.pairs = new UsefulPairs(pages);
        this.settings = settings;
        this.ballots = ballots;
        this.structured = structured;
    }

    record CompareIndex(List<Group> groups) {}

    record Group(PageQueries.Category category, List<Pair> pairs) {}

    @GetMapping(path = "/compare/{pair}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView compare(
            @PathVariable String pair,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        return switch (pages.pair(pair)) {
            case Found.Pair found -> page(found.comparison(), cookies, response);
            case Found.Moved moved -> Moved.to("/compare/" + moved.pairKey(), response);
            case Found.SameTool same -> Moved.to("/tool/" + same.slug(), response);
            case Found.Unknown _ -> throw missing(pair);
        };
    }

    private ModelAndView page(Comparison comparison, @Nullable String cookies, HttpServletResponse response) {
        List<ToolCard> tools = comparison.tools();
        String path = "/compare/" + comparison.pairKey();
        List<String> slugs = tools.stream().map(ToolCard::slug).toList();
        ComparePage page = ComparePage.of(comparison, ballots.of(slugs, path, cookies, response));
        PageHead head = settings.head(
                        page.title() + ": which one to ship? · Tool Verdicts",
                        "%s Verdicts, prices, the critics’ reasons and the community’s count, side by side."
                                .formatted(comparison.read()),
                        path,
                        "compare")
                .with(structured.comparison(
                        tools, List.of(new Crumb("Compare", "/compare"), new Crumb(page.title(), path))));
        boolean sameJob =
                tools.stream().map(tool -> tool.category().key()).distinct().count() == 1;
        return new ModelAndView("compare").addObject("page", page).addObject("head", sameJob ? head : head.hidden());
    }

    @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView index() {
        List<Group> groups = pages.categories().stream()
                .filter(category -> category.tools() > 1)
                .map(category -> new Group(category, pairs.of(category.key())))
                .filter(group -> !group.pairs().isEmpty())
                .toList();
        return new ModelAndView("compare-index")
                .addObject("page", new CompareIndex(groups))
                .addObject(
                        "head",
                        settings.head(
                                "Compare AI tools · Tool Verdicts",
                                "AI tools that do the same job, two at a time: both verdicts and the reasons behind them.",
                                "/compare",
                                "compare"));
    }

    /// Half of the address may be known: then its tool is the nearest help.
    private PageMissing missing(String pair) {
        List<ToolCard> known = Stream.of(pair.split("-vs-", 2))
                .map(pages::tool)
                .flatMap(Optional::stream)
                .toList();
        if (known.isEmpty()) {
            return new PageMissing(MissingPage.of(
                    "No such comparison",
                    "Neither tool of this address is on the sheet. These are the newest entries.",
                    pages.tools(CardFilter.newest(8)).cards()));
        }
        ToolCard tool = known.getFirst();
        List<ToolCard> near = Stream.concat(
                        Stream.of(tool),
                        pairs.best(tool.category().key()).stream()
                                .filter(other -> !other.slug().equals(tool.slug())))
                .toList();
        return new PageMissing(MissingPage.of(
                "Only one of the two is here",
                tool.name() + " is on the sheet, the other one is not. These do the same job.",
                near));
    }
}
