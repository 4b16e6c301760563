package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.search.Findings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Chooses one more tool for a comparison, or the second one for a tool: a page of its own, so that
/// a comparison reads nothing but its tools.
@Controller
class CompareAddController {

    private static final int FOUND = 24;

    private final PageQueries pages;
    private final UsefulPairs pairs;
    private final PageSettings settings;
    private final MissingComparison missing;

    CompareAddController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.pairs = new UsefulPairs(pages);
        this.settings = settings;
        this.missing = new MissingComparison(pages);
    }

    record Candidate(ToolView tool, String path) {}

    /// @param one whether it is a single tool so far
    /// @param full whether there is no room for another tool
    record AddPage(
            String title, String key, String path, String q, boolean one, boolean full, List<Candidate> candidates) {}

    @GetMapping(path = "/compare", params = "with", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView add(
            @RequestParam String with,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        return switch (pages.pair(with)) {
            case Found.Compared found -> page(found.comparison().tools(), ToolNames.typed(q));
            case Found.Moved moved -> Moved.to("/compare?with=" + moved.pairKey(), response);
            case Found.SameTool same -> Moved.to("/tool/" + same.slug(), response);
            case Found.Unknown _ -> one(with, ToolNames.typed(q), response);
        };
    }

    private ModelAndView one(String with, String q, HttpServletResponse response) {
        if (!MissingComparison.SLUG.matcher(with).matches()) {
            throw missing.at(with);
        }
        return pages.tool(with)
                .map(tool -> page(List.of(tool), q))
                .or(() -> pages.currentSlug(with).map(now -> Moved.to("/compare?with=" + now, response)))
                .orElseThrow(() -> missing.at(with));
    }

    private ModelAndView page(List<ToolCard> tools, String q) {
        List<String> slugs = tools.stream().map(ToolCard::slug).toList();
        boolean one = slugs.size() == 1;
        boolean full = slugs.size() == Comparison.MOST_TOOLS;
        List<Candidate> candidates = full
                ? List.of()
                : others(tools, q)
                        .filter(tool -> !slugs.contains(tool.slug()))
                        .map(tool -> candidate(tool, slugs))
                        .toList();
        String title = ComparePage.title(tools);
        String path = one ? "/tool/" + slugs.getFirst() : CompareAddress.of(slugs);
        String heading = one ? "Compare " + title + " with another tool" : "Add a tool to " + title;
        return new ModelAndView("compare-add")
                .addObject("page", new AddPage(title, CompareAddress.key(slugs), path, q, one, full, candidates))
                .addObject(
                        "head",
                        settings.head(
                                        heading + " · Tool Verdicts",
                                        "Two to five AI tools side by side.",
                                        path,
                                        "compare")
                                .hidden());
    }

    /// Those with these words in what they say of themselves, or else with the nearest names;
    /// without words the panel's best of the same categories.
    private Stream<ToolCard> others(List<ToolCard> tools, String q) {
        if (q.isEmpty()) {
            return tools.stream()
                    .map(tool -> tool.category().key())
                    .distinct()
                    .flatMap(category -> pairs.best(category).stream());
        }
        Findings found = pages.search(CardFilter.ofWords(q, FOUND));
        return found.page().cards().isEmpty()
                ? found.nearest().stream().map(near -> pages.tool(near.slug())).flatMap(Optional::stream)
                : found.page().cards().stream();
    }

    private static Candidate candidate(ToolCard tool, List<String> slugs) {
        return new Candidate(
                ToolView.of(tool),
                CompareAddress.of(
                        Stream.concat(slugs.stream(), Stream.of(tool.slug())).toList()));
    }
}
