package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.alternative.OpenedPairs;
import dev.toolverdicts.catalog.card.ToolCard;
import dev.toolverdicts.catalog.comparison.Comparison;
import dev.toolverdicts.catalog.comparison.Found;
import dev.toolverdicts.catalog.comparison.Weighing;
import dev.toolverdicts.catalog.comparison.WeightParameters;
import dev.toolverdicts.catalog.duel.PairCounts;
import dev.toolverdicts.catalog.shared.SharedPages;
import dev.toolverdicts.catalog.site.StructuredData.Crumb;
import dev.toolverdicts.catalog.voice.ToolVoice;
import dev.toolverdicts.platform.web.InvalidInput;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ComparePageController {

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;
    private final StructuredData structured;
    private final MissingComparison missing;
    private final OpenedPairs opened;

    ComparePageController(
            PageQueries pages, PageSettings settings, Ballots ballots, StructuredData structured, OpenedPairs opened) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
        this.structured = structured;
        this.missing = new MissingComparison(pages);
        this.opened = opened;
    }

    @GetMapping(path = "/compare/{pair}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView compare(
            @PathVariable String pair,
            @RequestParam(required = false) @Nullable String differences,
            @RequestParam(required = false) @Nullable List<String> show,
            @RequestParam(required = false) @Nullable List<String> weight,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (pages.pair(pair)) {
            case Found.Compared found -> {
                Comparison comparison = weighed(found.comparison(), weight);
                List<String> slugs =
                        comparison.tools().stream().map(ToolCard::slug).toList();
                opened.shown(slugs, request);
                SharedPages.about(request, slugs);
                Comparison.ByWeights by = comparison.byWeights();
                Showing showing = Showing.of(differences, show, slugs).weighing(by == null ? "" : by.query());
                String back = ComparePage.path(comparison) + showing.query();
                OwnVotes own = ballots.own(slugs, slugs.size() == 2 ? comparison.pairKey() : null, cookies, response);
                yield page(comparison, showing, own, back);
            }
            case Found.Moved moved ->
                Moved.to(
                        "/compare/" + moved.pairKey()
                                + moved(differences, show, pair, CompareAddress.slugs(moved.pairKey()))
                                        .weighing(
                                                WeightParameters.asGiven(weight).replaceFirst("^\\?", ""))
                                        .query(),
                        response);
            case Found.SameTool same -> Moved.to("/tool/" + same.slug(), response);
            case Found.Unknown _ -> throw missing.at(pair);
        };
    }

    private Comparison weighed(Comparison plain, @Nullable List<String> weight) {
        if (weight == null || weight.isEmpty()) {
            return plain;
        }
        try {
            return Weighing.of(plain, weight, pages.panel());
        } catch (InvalidInput unusable) {
            List<String> faults =
                    unusable.faults().stream().map(InvalidInput.Fault::detail).toList();
            throw new PageMissing(MissingPage.unusableWeights(faults, plain.tools()));
        }
    }

    /// The same choice by the present names. Only what the address names is looked up: at most
    /// five tools.
    private Showing moved(
            @Nullable String differences, @Nullable List<String> show, String asked, List<String> columns) {
        List<String> before = CompareAddress.slugs(asked);
        List<String> chosen = show == null ? List.of() : show;
        List<String> now = chosen.stream()
                .distinct()
                .filter(before::contains)
                .map(slug ->
                        columns.contains(slug) ? slug : pages.currentSlug(slug).orElse(slug))
                .toList();
        return Showing.of(differences, now, columns);
    }

    /// How voters chose between two tools; of more there is no choice. What the vote service says of
    /// the counts is newer than what is known here.
    private PairCounts duel(Comparison comparison, OwnVotes own) {
        List<String> slugs = CompareAddress.slugs(comparison.pairKey());
        if (slugs.size() != 2) {
            return PairCounts.NONE;
        }
        OwnVotes.Duel duel = own.duel();
        PairCounts counts = duel == null ? null : duel.counts();
        return counts == null ? pages.duel(slugs.getFirst(), slugs.getLast()) : counts;
    }

    private ComparePage seenBy(
            OwnVotes own,
            Comparison comparison,
            Showing showing,
            PairCounts duels,
            Map<String, ToolVoice> voices,
            String back) {
        List<String> slugs = comparison.tools().stream().map(ToolCard::slug).toList();
        return ComparePage.of(
                comparison,
                showing,
                Ballots.views(own, slugs, back),
                slugs.size() == 2 ? DuelView.of(comparison, own, duels, back) : null,
                voices,
                Source.of(comparison.tools(), settings));
    }

    private ModelAndView page(Comparison comparison, Showing showing, OwnVotes own, String back) {
        List<ToolCard> tools = comparison.tools();
        String path = ComparePage.path(comparison);
        PairCounts duels = duel(comparison, own);
        Map<String, ToolVoice> voices =
                pages.voices(tools.stream().map(ToolCard::slug).toList());
        ComparePage page = seenBy(own, comparison, showing, duels, voices, back);
        PageHead head = settings.head(
                        page.title() + ": which one to ship? · Tool Verdicts",
                        "%s Verdicts, prices, the critics’ reasons and the community’s count, side by side."
                                .formatted(comparison.read()),
                        path,
                        "compare")
                .with(structured.comparison(
                        tools, List.of(new Crumb("Compare", "/compare"), new Crumb(page.title(), path))))
                .with(ShareCard.of(tools).preview("/og/compare/" + comparison.pairKey() + ".png", settings))
                .withMarkdown(path);
        ModelAndView answer = new ModelAndView("compare")
                .addObject("page", page)
                .addObject("head", isUseful(tools) && comparison.byWeights() == null ? head : head.hidden());
        LastKnownPages.neutral(
                answer.getModel(),
                () -> Map.of("page", seenBy(OwnVotes.BLANK, comparison, showing, duels, voices, back)));
        return answer;
    }

    /// Whether search engines may have it: two tools that do the same job. There are far too many
    /// other ones, and as many readers' weights of each.
    private static boolean isUseful(List<ToolCard> tools) {
        return tools.size() == 2
                && tools.getFirst()
                        .category()
                        .key()
                        .equals(tools.getLast().category().key());
    }
}
