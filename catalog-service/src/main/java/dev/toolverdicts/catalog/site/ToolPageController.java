package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.CardFilter.Sort;
import dev.toolverdicts.catalog.card.Take;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.shared.SharedPages;
import dev.toolverdicts.catalog.site.StructuredData.Crumb;
import dev.toolverdicts.catalog.voice.ToolVoice;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
import org.springframework.web.servlet.ModelAndView;

@Controller
class ToolPageController {

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;
    private final StructuredData structured;
    private final Clock clock;

    ToolPageController(
            PageQueries pages, PageSettings settings, Ballots ballots, StructuredData structured, Clock clock) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
        this.structured = structured;
        this.clock = clock;
    }

    @GetMapping(path = "/tool/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView tool(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletRequest request,
            HttpServletResponse response) {
        ToolCard card = pages.tool(slug).orElse(null);
        if (card == null) {
            return pages.currentSlug(slug)
                    .map(current -> Moved.to("/tool/" + current, response))
                    .orElseThrow(() -> new PageMissing(MissingPage.noTool(slug, pages)));
        }
        List<Take> takes = pages.takes(slug);
        String path = "/tool/" + card.slug();
        List<ToolCard> others = others(card);
        List<String> slugs = Stream.concat(Stream.of(card), others.stream())
                .map(ToolCard::slug)
                .distinct()
                .toList();
        SharedPages.about(
                request,
                Stream.concat(slugs.stream(), Stream.of(SharedPages.OTHERS)).toList());
        OwnVotes own = ballots.own(slugs, null, cookies, response);
        ModelAndView answer = new ModelAndView("tool");
        ToolPage page = ToolPage.of(
                card,
                takes,
                card.panel().verdict().equals("pending") ? pages.critics() : List.of(),
                others,
                pages.past(slug),
                pages.voices(List.of(slug)).getOrDefault(slug, ToolVoice.NONE),
                BallotView.of(own, slug, path),
                settings,
                clock.instant());
        answer.addObject("page", page);
        answer.addObject(Ballots.MARKS, new OwnMarks(own.votes()));
        LastKnownPages.neutral(
                answer.getModel(),
                () -> Map.of(
                        "page", page.toKeep(BallotView.of(OwnVotes.BLANK, slug, path)), Ballots.MARKS, OwnMarks.BLANK));
        answer.addObject(
                "head",
                head(card, path)
                        .with(structured.tool(card, takes, crumbs(card, path)))
                        .with(ShareCard.of(card).preview("/og/tool/" + card.slug() + ".png", settings))
                        .withMarkdown(path));
        return answer;
    }

    private List<ToolCard> others(ToolCard card) {
        return pages.tools(CardFilter.ofCategory(card.category().key(), Sort.PANEL, 7, null))
                .cards();
    }

    private PageHead head(ToolCard card, String path) {
        String verdict = VerdictView.of(card.panel().verdict()).word();
        return settings.head(
                "%s: %s · Tool Verdicts".formatted(card.name(), verdict),
                "%s. Panel verdict: %s (%s). %s"
                        .formatted(card.name(), verdict, card.panel().counts(), card.tagline()),
                path,
                null);
    }

    private static List<Crumb> crumbs(ToolCard card, String path) {
        return List.of(
                new Crumb("Verdicts", "/"),
                new Crumb(card.category().name(), "/category/" + card.category().key()),
                new Crumb(card.name(), path));
    }
}
