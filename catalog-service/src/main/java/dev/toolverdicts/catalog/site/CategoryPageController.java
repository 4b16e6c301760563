package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.CardPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class CategoryPageController {

    private static final int PER_PAGE = 24;
    private static final Map<Sort, String> NAMES = Map.of(
            Sort.NEWEST, "Newest", Sort.PANEL, "Panel ship", Sort.COMMUNITY, "Community", Sort.TRENDING, "Trending");

    private final PageQueries pages;
    private final PageSettings settings;

    CategoryPageController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    record Order(String name, String path, boolean current) {}

    record CategoryPage(
            PageQueries.Category category,
            String counts,
            String caption,
            List<Order> orders,
            List<ToolView> tools,
            List<Pair> pairs,
            @Nullable String next) {}

    @GetMapping(path = "/category/{key}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView category(
            @PathVariable String key,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletResponse response) {
        PageQueries.Category category = pages.categories().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        if (category == null) {
            return pages.categoryBySynonym(key)
                    .map(known -> Moved.to("/category/" + known, response))
                    .orElseThrow(this::missing);
        }
        Sort order = order(sort);
        CardPage found = pages.tools(CardFilter.ofCategory(key, order, PER_PAGE, cursor));
        String path = "/category/" + key;
        PageHead head = settings.head(
                category.name() + " verdicts · Tool Verdicts",
                "Panel verdicts and community votes on " + category.name() + ", with counts and reasons.",
                path,
                null);
        return new ModelAndView("category")
                .addObject(
                        "page",
                        new CategoryPage(
                                category,
                                Words.count(category.tools(), "tool") + " on the sheet.",
                                category.name() + " verdicts by " + NAMES.get(order),
                                orders(path, order),
                                found.cards().stream().map(ToolView::of).toList(),
                                Pair.among(found.cards(), 6),
                                found.next() == null ? null : address(path, order, found.next())))
                .addObject("head", cursor == null ? head : head.hidden());
    }

    private static Sort order(String sort) {
        return switch (sort) {
            case "panel" -> Sort.PANEL;
            case "community" -> Sort.COMMUNITY;
            case "trending" -> Sort.TRENDING;
            default -> Sort.NEWEST;
        };
    }

    private static List<Order> orders(String path, Sort current) {
        return Stream.of(Sort.NEWEST, Sort.PANEL, Sort.COMMUNITY, Sort.TRENDING)
                .map(sort -> new Order(NAMES.getOrDefault(sort, ""), address(path, sort, null), sort == current))
                .toList();
    }

    private static String address(String path, Sort sort, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (sort != Sort.NEWEST) {
            address.queryParam("sort", sort.name().toLowerCase(Locale.ROOT));
        }
        if (cursor != null) {
            address.queryParam("cursor", cursor);
        }
        return address.encode().toUriString();
    }

    private PageMissing missing() {
        return new PageMissing(MissingPage.of(
                "No such category",
                "The list of categories is on the front page. These are the newest entries of all.",
                pages.tools(CardFilter.newest(8)).cards()));
    }
}
