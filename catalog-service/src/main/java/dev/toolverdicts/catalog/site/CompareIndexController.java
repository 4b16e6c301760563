package dev.toolverdicts.catalog.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The comparisons that are offered, and the way to any other one by two names.
@Controller
class CompareIndexController {

    private final PageQueries pages;
    private final UsefulPairs pairs;
    private final ToolNames names;
    private final PageSettings settings;
    private final Ballots ballots;

    CompareIndexController(PageQueries pages, PageSettings settings, Ballots ballots) {
        this.pages = pages;
        this.pairs = new UsefulPairs(pages);
        this.names = new ToolNames(pages);
        this.settings = settings;
        this.ballots = ballots;
    }

    record CompareIndex(PickForm pick, List<Group> groups) {}

    record Group(PageQueries.Category category, List<Pair> pairs) {}

    @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView index(
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String b,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        NamedPair pair = NamedPair.of(ToolNames.typed(a), ToolNames.typed(b), names);
        return pair.offer()
                .map(offer -> Moved.onTo(offer.path()))
                .orElseGet(() -> page(PickForm.of(pair, names), cookies, response));
    }

    private ModelAndView page(PickForm pick, @Nullable String cookies, HttpServletResponse response) {
        List<Group> groups = pages.categories().stream()
                .filter(category -> category.tools() > 1)
                .map(category -> new Group(category, pairs.of(category.key())))
                .filter(group -> !group.pairs().isEmpty())
                .toList();
        PageHead head = settings.head(
                "Compare AI tools · Tool Verdicts",
                "AI tools that do the same job, two at a time: both verdicts and the reasons behind them.",
                "/compare",
                "compare");
        ModelAndView answer = new ModelAndView("compare-index")
                .addObject("page", new CompareIndex(pick, groups))
                .addObject("head", pick.lost().isEmpty() ? head : head.hidden());
        Stream<Pair> offered = groups.stream().flatMap(group -> group.pairs().stream());
        ballots.mark(answer, Pair.slugs(offered), cookies, response);
        return answer;
    }
}
