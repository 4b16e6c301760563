package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

@Controller
class HomePageController {

    private static final int ON_THE_SHEET = 12;
    private static final int LOOKED_AT = 40;

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;

    HomePageController(PageQueries pages, PageSettings settings, Ballots ballots) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
    }

    record HomePage(
            @Nullable Pair featured,
            @Nullable String read,
            List<ToolView> tools,
            List<Pair> pairs,
            List<PageQueries.Category> categories) {

        Stream<String> slugs() {
            Stream<Pair> shown = Stream.concat(Stream.ofNullable(featured), pairs.stream());
            return Stream.concat(tools.stream().map(ToolView::slug), Pair.slugs(shown));
        }
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView home(
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        List<ToolCard> newest = pages.tools(CardFilter.newest(LOOKED_AT)).cards();
        List<Pair> pairs = Pair.among(newest, 30);
        Pair featured =
                pairs.stream().filter(Pair::decided).findFirst().orElse(pairs.isEmpty() ? null : pairs.getFirst());
        HomePage page = new HomePage(
                featured,
                featured == null ? null : read(featured),
                newest.stream().limit(ON_THE_SHEET).map(ToolView::of).toList(),
                pairs.stream().filter(pair -> !pair.equals(featured)).limit(6).toList(),
                pages.categories().stream()
                        .filter(category -> category.tools() > 0)
                        .toList());
        ModelAndView answer = new ModelAndView("home")
                .addObject("page", page)
                .addObject(
                        "head",
                        settings.head(
                                "Tool Verdicts: ship it, or skip it?",
                                "A panel of seven critics and a community vote on AI tools. Verdicts with their reasons, counts and doubt, side by side.",
                                "/",
                                null));
        ballots.mark(answer, page.slugs(), cookies, response);
        return answer;
    }

    private @Nullable String read(Pair pair) {
        return pages.pair(pair.key()) instanceof Found.Compared found
                ? found.comparison().read()
                : null;
    }
}
