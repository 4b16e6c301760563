package dev.toolverdicts.catalog.site;

import dev.toolverdicts.catalog.card.CardFilter;
import dev.toolverdicts.catalog.critic.CriticProfile;
import dev.toolverdicts.catalog.critic.CriticVerdict;
import java.util.List;
import java.util.Objects;
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
class PanelPageController {

    private final PageQueries pages;
    private final PageSettings settings;

    PanelPageController(PageQueries pages, PageSettings settings) {
        this.pages = pages;
        this.settings = settings;
    }

    record PanelPage(List<CriticView> critics) {}

    record Filter(String name, String path, boolean current) {}

    record ReviewerPage(CriticView critic, String heading, List<Filter> filters, List<TakeView> takes) {}

    @GetMapping(path = "/panel", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView panel() {
        List<CriticView> critics = pages.critics().stream()
                .map(critic -> CriticView.of(critic, pages.verdicts(critic.key())))
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
    ModelAndView reviewer(@PathVariable String key, @RequestParam(required = false) @Nullable String category) {
        CriticProfile critic = pages.critic(key).orElseThrow(this::missing);
        List<CriticVerdict> all = pages.verdicts(key);
        String chosen = chosen(all, category);
        List<CriticVerdict> shown = all.stream()
                .filter(verdict -> chosen == null || chosen.equals(categoryOf(verdict)))
                .toList();
        String heading = "%s verdicts (%s)".formatted(chosen == null ? "All" : chosen, CriticView.record(shown));
        PageHead head = settings.head(
                "%s, %s · Tool Verdicts".formatted(critic.name(), critic.roleLabel()),
                "“%s” %s and every verdict given so far.".formatted(critic.motto(), critic.name()),
                "/reviewer/" + critic.key(),
                "panel");
        return new ModelAndView("reviewer")
                .addObject(
                        "page",
                        new ReviewerPage(
                                CriticView.of(critic, all),
                                heading,
                                filters(critic.key(), all, chosen),
                                shown.stream().map(TakeView::of).toList()))
                .addObject("head", chosen == null ? head : head.hidden());
    }

    /// A category is chosen by its name or its key; one without verdicts counts as none.
    private static @Nullable String chosen(List<CriticVerdict> verdicts, @Nullable String category) {
        return verdicts.stream()
                .map(verdict -> verdict.tool().category())
                .filter(each -> each.name().equals(category) || each.key().equals(category))
                .map(each -> each.name())
                .findFirst()
                .orElse(null);
    }

    private static List<Filter> filters(String key, List<CriticVerdict> verdicts, @Nullable String chosen) {
        List<String> names = verdicts.stream()
                .map(PanelPageController::categoryOf)
                .distinct()
                .sorted()
                .toList();
        if (names.size() < 2) {
            return List.of();
        }
        String path = "/reviewer/" + key;
        return Stream.concat(
                        Stream.of(new Filter("All", path, chosen == null)),
                        names.stream()
                                .map(name -> new Filter(
                                        name,
                                        UriComponentsBuilder.fromPath(path)
                                                .queryParam("category", "{name}")
                                                .encode()
                                                .buildAndExpand(name)
                                                .toUriString(),
                                        Objects.equals(name, chosen))))
                .toList();
    }

    private static String categoryOf(CriticVerdict verdict) {
        return verdict.tool().category().name();
    }

    private PageMissing missing() {
        return new PageMissing(MissingPage.of(
                "No such critic",
                "The panel page lists all seven. These are the newest verdicts.",
                pages.tools(CardFilter.newest(5)).cards()));
    }
}
