package dev.toolverdicts.catalog.site;

import static java.util.stream.Collectors.toMap;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.card.TakeFilter;
import dev.toolverdicts.catalog.card.TakeFilter.Order;
import dev.toolverdicts.catalog.card.TakePage;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticStatistics;
import dev.toolverdicts.catalog.critic.CriticStatistics.OfCategory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
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

@Controller
class PanelPageController {

    private static final int PER_PAGE = 24;

    private final PageQueries pages;
    private final PageSettings settings;
    private final Ballots ballots;
    private final Clock clock;

    PanelPageController(PageQueries pages, PageSettings settings, Ballots ballots, Clock clock) {
        this.pages = pages;
        this.settings = settings;
        this.ballots = ballots;
        this.clock = clock;
    }

    record PanelPage(List<CriticView> critics) {}

    record Choice(String name, String path, boolean current) {}

    record ReviewerPage(
            CriticView critic,
            String heading,
            List<Choice> filters,
            List<Choice> orders,
            List<TakeView> takes,
            @Nullable String next) {}

    @GetMapping(path = "/panel", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView panel() {
        Map<String, CriticStatistics> statistics =
                pages.statistics().stream().collect(toMap(each -> each.critic().key(), each -> each));
        List<CriticView> critics = pages.critics().stream()
                .flatMap(critic ->
                        Stream.ofNullable(statistics.get(critic.key())).map(each -> CriticView.of(critic, each)))
                .toList();
        return new ModelAndView("panel")
                .addObject("page", new PanelPage(critics))
                .addObject(
                        "head",
                        settings.head(
                                "The panel · Tool Verdicts",
                                "The seven critics behind the verdicts: what each looks for, and how often each ships.",
                                "/panel",
                                "panel"));
    }

    @GetMapping(path = "/reviewer/{key}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView reviewer(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = HttpHeaders.COOKIE, required = false) @Nullable String cookies,
            HttpServletResponse response) {
        CriticProfile critic = pages.critic(key).orElseThrow(this::missing);
        CriticStatistics statistics = pages.statistics(critic);
        OfCategory chosen = chosen(statistics, category);
        ReviewerAddress address = new ReviewerAddress(critic.key(), chosen == null ? null : chosen.name(), order(sort));
        TakePage verdicts = pages.verdicts(
                new TakeFilter(critic.key(), chosen == null ? null : chosen.key(), address.order(), PER_PAGE, cursor));
        PageHead head = settings.head(
                "%s, %s · Tool Verdicts".formatted(critic.name(), critic.roleLabel()),
                "“%s” %s and every verdict given so far.".formatted(critic.motto(), critic.name()),
                "/reviewer/" + critic.key(),
                "panel");
        String heading = "%s verdicts (%s)"
                .formatted(
                        chosen == null ? "All" : chosen.name(),
                        CriticView.record(chosen == null ? statistics.total() : chosen.figures()));
        ModelAndView answer = new ModelAndView("reviewer")
                .addObject(
                        "page",
                        new ReviewerPage(
                                CriticView.of(critic, statistics),
                                heading,
                                filters(statistics, address),
                                orders(address),
                                verdicts.takes().stream()
                                        .map(given -> TakeView.of(given, clock.instant()))
                                        .toList(),
                                verdicts.next() == null ? null : address.path(verdicts.next())))
                .addObject("head", chosen == null && cursor == null ? head : head.hidden());
        ballots.mark(answer, verdicts.takes().stream().map(given -> given.tool().slug()), cookies, response);
        return answer;
    }

    /// A category is chosen by its name or its key; one without verdicts counts as none.
    private static @Nullable OfCategory chosen(CriticStatistics statistics, @Nullable String category) {
        return statistics.categories().stream()
                .filter(each -> each.name().equals(category) || each.key().equals(category))
                .findFirst()
                .orElse(null);
    }

    private static Order order(String sort) {
        return Arrays.stream(Order.values())
                .filter(order -> ReviewerAddress.word(order).equals(sort))
                .findFirst()
                .orElse(Order.NEWEST);
    }

    private static List<Choice> filters(CriticStatistics statistics, ReviewerAddress address) {
        if (statistics.categories().size() < 2) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Choice("All", address.ofAll().path(null), address.category() == null)),
                        statistics.categories().stream()
                                .map(each -> new Choice(
                                        each.name(),
                                        address.ofCategory(each.name()).path(null),
                                        each.name().equals(address.category()))))
                .toList();
    }

    private static List<Choice> orders(ReviewerAddress address) {
        return Stream.of(Order.values())
                .map(order -> new Choice(name(order), address.by(order).path(null), order == address.order()))
                .toList();
    }

    private static String name(Order order) {
        return switch (order) {
            case NEWEST -> "Newest";
            case HIGHEST -> "Highest score";
            case LOWEST -> "Lowest score";
        };
    }

    private PageMissing missing() {
        return new PageMissing(MissingPage.of(
                "No such critic",
                "The panel page lists all seven. These are the newest verdicts.",
                pages.tools(CardFilter.newest(5)).cards()));
    }
}
