package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePageController {

    private static final int ON_THE_SHEET = 12;
    private static final int LOOKED_AT = 40;

    private final PageQueries pages;
    private final PageSettings settings;

    HomePageController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    record HomePage(
            @Nullable Pair featured,
            @Nullable String read,
            List<ToolView> tools,
            List<Pair> pairs,
            List<PageQueries.Category> categories) {}

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String home(Model model) {
        List<ToolCard> newest = pages.tools(CardFilter.newest(LOOKED_AT)).cards();
        List<Pair> pairs = Pair.among(newest, 30);
        Pair featured =
                pairs.stream().filter(Pair::decided).findFirst().orElse(pairs.isEmpty() ? null : pairs.getFirst());
        model.addAttribute(
                "page",
                new HomePage(
                        featured,
                        featured == null ? null : read(featured),
                        newest.stream().limit(ON_THE_SHEET).map(ToolView::of).toList(),
                        pairs.stream()
                                .filter(pair -> !pair.equals(featured))
                                .limit(6)
                                .toList(),
                        pages.categories().stream()
                                .filter(category -> category.tools() > 0)
                                .toList()));
        model.addAttribute(
                "head",
                settings.head(
                        "Tool Verdicts: ship it, or skip it?",
                        "A panel of seven critics and a community vote on AI tools. Verdicts with their reasons, counts and doubt, side by side.",
                        "/",
                        null));
        return "home";
    }

    private @Nullable String read(Pair pair) {
        return pages.pair(pair.key()) instanceof Found.Compared found
                ? found.comparison().read()
                : null;
    }
}
