package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Found;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Chooses one more tool for a comparison: a page of its own, so that a comparison reads nothing
/// but its tools.
@Controller
class CompareAddController {

    private static final int FOUND = 24;
    private static final int LONGEST = 200;

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

    /// @param full whether there is no room for another tool
    record AddPage(String title, String key, String path, String q, boolean full, List<Candidate> candidates) {}

    @GetMapping(path = "/compare", params = "with", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView add(
            @RequestParam String with,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response) {
        return switch (pages.pair(with)) {
            case Found.Compared found -> page(found.comparison(), words(q));
            case Found.Moved moved -> Moved.to("/compare?with=" + moved.pairKey(), response);
            case Found.SameTool same -> Moved.to("/tool/" + same.slug(), response);
            case Found.Unknown _ -> throw missing.at(with);
        };
    }

    private ModelAndView page(Comparison comparison, String q) {
        List<String> slugs = comparison.tools().stream().map(ToolCard::slug).toList();
        boolean full = slugs.size() == Comparison.MOST_TOOLS;
        List<Candidate> candidates = full
                ? List.of()
                : tools(comparison, q)
                        .filter(tool -> !slugs.contains(tool.slug()))
                        .map(tool -> candidate(tool, slugs))
                        .toList();
        String title = ComparePage.title(comparison);
        return new ModelAndView("compare-add")
                .addObject(
                        "page",
                        new AddPage(title, comparison.pairKey(), ComparePage.path(comparison), q, full, candidates))
                .addObject(
                        "head",
                        settings.head(
                                        "Add a tool to " + title + " · Tool Verdicts",
                                        "Two to five AI tools side by side.",
                                        ComparePage.path(comparison),
                                        "compare")
                                .hidden());
    }

    /// Those with these words in what they say of themselves; without words the panel's best of
    /// the same categories.
    private Stream<ToolCard> tools(Comparison comparison, String q) {
        return q.isEmpty()
                ? comparison.tools().stream()
                        .map(tool -> tool.category().key())
                        .distinct()
                        .flatMap(category -> pairs.best(category).stream())
                : pages.tools(CardFilter.ofWords(q, FOUND)).cards().stream();
    }

    private static Candidate candidate(ToolCard tool, List<String> slugs) {
        return new Candidate(
                ToolView.of(tool),
                CompareAddress.of(
                        Stream.concat(slugs.stream(), Stream.of(tool.slug())).toList()));
    }

    /// What nobody can have typed is not looked for.
    private static String words(@Nullable String q) {
        return q == null
                        || q.codePointCount(0, q.length()) > LONGEST
                        || q.chars().anyMatch(Character::isISOControl)
                ? ""
                : q.strip();
    }
}
