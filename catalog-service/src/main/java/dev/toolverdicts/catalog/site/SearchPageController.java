package dev.toolverdicts.catalog.site;

import static java.util.stream.Collectors.toMap;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.CardParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Finding a tool. People change addresses by hand and follow old ones: what makes no sense counts
/// as not chosen, and the page says so.
@Controller
class SearchPageController {

    private static final int PER_PAGE = 24;
    private static final int LONGEST = 200;
    private static final Pattern VOTES = Pattern.compile("[0-9]{1,9}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,80}");

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;

    SearchPageController(PageQueries pages, PageSettings settings, Ballots ballots) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
    }

    @GetMapping(path = "/search", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String licenseClass,
            @RequestParam(required = false) @Nullable String minVotes,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        List<PageQueries.Category> categories = pages.categories();
        var leftOut = new LeftOut();
        var filter = new CardFilter(
                leftOut.orNote("category", category, category(category, categories)),
                shortened(q),
                leftOut.orNote("panel verdict", verdict, known(verdict, CardParameters.VERDICTS)),
                leftOut.orNote("entry", entry, known(entry, CardParameters.ENTRIES)),
                leftOut.orNote("license", licenseClass, known(licenseClass, CardParameters.LICENSE_CLASSES)),
                votes(leftOut.orNote("votes", minVotes, number(minVotes))),
                order(leftOut.orNote("order", sort, known(sort, CardParameters.SORTS))),
                PER_PAGE,
                cursor);
        SearchPage page = SearchPage.of(
                filter,
                pages.search(filter),
                categories.stream().collect(toMap(PageQueries.Category::key, PageQueries.Category::name)));
        NamedPair.Offer offer = Optional.ofNullable(filter.q())
                .flatMap(words -> NamedPair.in(words, new ToolNames(pages)))
                .flatMap(NamedPair::offer)
                .orElse(null);
        // Every choice has its address, and none of them is worth finding elsewhere.
        ModelAndView answer = new ModelAndView("search")
                .addObject("page", page)
                .addObject("offer", offer)
                .addObject("leftOut", leftOut.line())
                .addObject(
                        "head",
                        settings.head(
                                        page.heading() + " · Tool Verdicts",
                                        "Find an AI tool by name, maker’s site, tag or purpose.",
                                        "/search",
                                        null)
                                .hidden());
        ballots.mark(answer, page.tools().stream().map(ToolView::slug), cookies, response);
        return answer;
    }

    private @Nullable String category(@Nullable String asked, List<PageQueries.Category> categories) {
        if (asked == null || !KEY.matcher(asked).matches()) {
            return null;
        }
        return categories.stream().anyMatch(category -> category.key().equals(asked))
                ? asked
                : pages.categoryBySynonym(asked).orElse(null);
    }

    private static long votes(@Nullable String number) {
        return number == null ? 0 : Long.parseLong(number);
    }

    private static Sort order(@Nullable String word) {
        return word == null ? Sort.MATCH : Sort.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String number(@Nullable String asked) {
        return asked != null && VOTES.matcher(asked).matches() ? asked : null;
    }

    private static @Nullable String known(@Nullable String asked, Set<String> words) {
        return asked != null && words.contains(asked) ? asked : null;
    }

    private static @Nullable String shortened(@Nullable String q) {
        return q == null || q.codePointCount(0, q.length()) <= LONGEST
                ? q
                : q.substring(0, q.offsetByCodePoints(0, LONGEST));
    }
}
