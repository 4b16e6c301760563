package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.alternative.Alternative;
import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.CardPage;
import dev.toolverdicts.catalog.card.ToolCard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
class AlternativesPageController {

    private static final int SHOWN = 24;
    private static final int TOOLS_PER_PAGE = 12;
    private static final int NAMED = 3;

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;

    AlternativesPageController(PageQueries pages, PageSettings settings, Ballots ballots) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
    }

    /// One tool of a category with the best of its alternatives.
    record Replaceable(ToolView tool, List<ToolView> others) {}

    record CategoryAlternatives(
            PageQueries.Category category,
            String rule,
            List<Replaceable> tools,
            @Nullable String next) {}

    @GetMapping(path = "/tool/{slug}/alternatives", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView alternatives(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        ToolCard card = pages.tool(slug).orElse(null);
        if (card == null) {
            return pages.currentSlug(slug)
                    .map(current -> Moved.to(path(current), response))
                    .orElseThrow(() -> new PageMissing(MissingPage.noTool(slug, pages)));
        }
        AlternativesPage page = AlternativesPage.of(
                card, pages.alternatives(List.of(slug), SHOWN).getOrDefault(slug, List.of()));
        PageHead head = settings.head(
                "Alternatives to %s · Tool Verdicts".formatted(card.name()),
                "What could be used in the place of %s, with verdicts and the reason for each place."
                        .formatted(card.name()),
                path(slug),
                null);
        ModelAndView answer = new ModelAndView("alternatives")
                .addObject("page", page)
                .addObject("head", page.rows().isEmpty() ? head.hidden() : head);
        ballots.mark(answer, page.rows().stream().map(row -> row.tool().slug()), cookies, response);
        return answer;
    }

    @GetMapping(path = "/category/{key}/alternatives", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ofCategory(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        PageQueries.Category category = pages.categories().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        if (category == null) {
            return pages.categoryBySynonym(key)
                    .map(known -> Moved.to(categoryPath(known), response))
                    .orElseThrow(() -> new PageMissing(MissingPage.noCategory(pages)));
        }
        CardPage found = pages.tools(CardFilter.ofCategory(key, Sort.PANEL, TOOLS_PER_PAGE, cursor));
        PageHead head = settings.head(
                category.name() + " alternatives · Tool Verdicts",
                "What could be used in the place of each tool of " + category.name() + ", by a rule the page states.",
                categoryPath(key),
                null);
        List<Replaceable> tools = replaceable(found.cards());
        ModelAndView answer = new ModelAndView("category-alternatives")
                .addObject("page", new CategoryAlternatives(category, Alternative.RULE, tools, next(key, found.next())))
                .addObject("head", cursor == null && found.cards().size() > 1 ? head : head.hidden());
        Stream<ToolView> others = tools.stream().flatMap(each -> each.others().stream());
        ballots.mark(answer, others.map(ToolView::slug), cookies, response);
        return answer;
    }

    private List<Replaceable> replaceable(List<ToolCard> cards) {
        Map<String, List<Alternative>> alternatives =
                pages.alternatives(cards.stream().map(ToolCard::slug).toList(), NAMED);
        return cards.stream()
                .map(card -> new Replaceable(
                        ToolView.of(card),
                        alternatives.getOrDefault(card.slug(), List.of()).stream()
                                .map(alternative -> ToolView.of(alternative.tool()))
                                .toList()))
                .toList();
    }

    private static @Nullable String next(String key, @Nullable String cursor) {
        return cursor == null
                ? null
                : UriComponentsBuilder.fromPath(categoryPath(key))
                        .queryParam("cursor", cursor)
                        .encode()
                        .toUriString();
    }

    private static String path(String slug) {
        return "/tool/" + slug + "/alternatives";
    }

    private static String categoryPath(String key) {
        return "/category/" + key + "/alternatives";
    }
}
