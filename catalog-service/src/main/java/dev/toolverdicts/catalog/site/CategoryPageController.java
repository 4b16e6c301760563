package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.CardPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class CategoryPageController {

    private static final int PER_PAGE = 24;

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;

    CategoryPageController(PageQueries pages, PageSettings settings, Ballots ballots) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
    }

    record Order(String name, String path, boolean current) {}

    record CategoryPage(
            PageQueries.Category category,
            PageQueries.@Nullable Category parent,
            List<PageQueries.Category> parts,
            String counts,
            String caption,
            List<Order> orders,
            List<ToolView> tools,
            List<Pair> pairs,
            @Nullable DuelBoard duels,
            @Nullable String next) {

        Stream<String> slugs() {
            return Stream.concat(
                    tools.stream().map(ToolView::slug), Stream.ofNullable(duels).flatMap(DuelBoard::slugs));
        }
    }

    @GetMapping(path = "/category/{key}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView category(
            @PathVariable String key,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        List<PageQueries.Category> categories = pages.categories();
        PageQueries.Category category = named(key, categories);
        if (category == null) {
            return pages.categoryBySynonym(key)
                    .map(known -> Moved.to("/category/" + known, response))
                    .orElseThrow(() -> new PageMissing(MissingPage.noCategory(pages)));
        }
        Sort order = order(sort);
        CardPage found = pages.tools(CardFilter.ofCategory(key, order, PER_PAGE, cursor));
        String path = "/category/" + key;
        PageHead head = settings.head(
                category.name() + " verdicts · Tool Verdicts",
                "Panel verdicts and community votes on " + category.name() + ", with counts and reasons.",
                path,
                null);
        CategoryPage page = new CategoryPage(
                category,
                named(category.parent(), categories),
                categories.stream().filter(each -> key.equals(each.parent())).toList(),
                counts(category),
                category.name() + " verdicts by " + SortNames.of(order),
                orders(path, order),
                found.cards().stream().map(ToolView::of).toList(),
                Pair.among(found.cards(), 6),
                cursor == null ? pages.duelRank(key).map(DuelBoard::of).orElse(null) : null,
                found.next() == null ? null : address(path, order, found.next()));
        ModelAndView answer = new ModelAndView("category")
                .addObject("page", page)
                .addObject("head", cursor == null ? head : head.hidden());
        ballots.mark(answer, page.slugs(), cookies, response);
        return answer;
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
                .map(sort -> new Order(SortNames.of(sort), address(path, sort, null), sort == current))
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

    private static PageQueries.@Nullable Category named(@Nullable String key, List<PageQueries.Category> categories) {
        return categories.stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /// "12 tools on the sheet. Panel: 8 ship, 2 mixed, 1 skip, 1 pending."
    private String counts(PageQueries.Category category) {
        Map<String, Long> verdicts = pages.verdictsIn(category.key());
        String panel = Stream.of("ship", "mixed", "skip", "pending")
                .filter(verdicts::containsKey)
                .map(verdict -> Words.number(verdicts.getOrDefault(verdict, 0L)) + " " + verdict)
                .collect(Collectors.joining(", "));
        String tools = Words.count(category.tools(), "tool") + " on the sheet.";
        return panel.isEmpty() ? tools : tools + " Panel: " + panel + ".";
    }
}
