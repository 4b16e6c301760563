package dev.toolverdicts.newsletter.archive;

import dev.toolverdicts.newsletter.digest.DigestQueries;
import dev.toolverdicts.newsletter.digest.IsoWeek;
import dev.toolverdicts.newsletter.issue.Issue;
import dev.toolverdicts.newsletter.issue.IssueQueries;
import dev.toolverdicts.platform.web.SiteSettings;
import dev.toolverdicts.platform.web.lastknown.LastKnownPages;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/weekly`: what the running week will tell, and the issues of past ones.
@Controller
@Hidden
class WeeklyController {

    /// A year's worth.
    private static final int MOST_ISSUES = 53;

    private final DigestQueries digest;
    private final IssueQueries issues;
    private final IssuePages pages;
    private final Clock clock;
    private final SiteSettings site;

    WeeklyController(DigestQueries digest, IssueQueries issues, IssuePages pages, Clock clock, SiteSettings site) {
        this.digest = digest;
        this.issues = issues;
        this.pages = pages;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping(path = "/weekly", produces = MediaType.TEXT_HTML_VALUE)
    String weekly(@RequestParam(required = false) @Nullable String before, Model model) {
        IsoWeek week = IsoWeek.of(clock.instant());
        String from = before == null
                ? null
                : IsoWeek.parse(before).map(IsoWeek::toString).orElse(null);
        List<Issue> past = issues.newest(false, from, MOST_ISSUES + 1);
        model.addAttribute("week", WeeklyPage.of(week, digest.week(week)));
        model.addAttribute(
                "issues", past.stream().limit(MOST_ISSUES).map(PastIssue::of).toList());
        model.addAttribute(
                "older", past.size() > MOST_ISSUES ? past.get(MOST_ISSUES - 1).isoWeek() : null);
        model.addAttribute("canonical", site.publicUrl() + "/weekly");
        model.addAttribute("markdown", "/weekly.md");
        model.addAttribute("isOut", issues.sentIn(week.toString()).isPresent());
        LastKnownPages.neutral(model.asMap(), Map::of); // everybody reads the same
        return "weekly";
    }

    @GetMapping(path = "/weekly/{isoWeek}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView issue(@PathVariable String isoWeek) {
        Optional<IsoWeek> week = IsoWeek.parse(isoWeek);
        return week.flatMap(pages::of)
                .map(this::page)
                .orElseGet(() -> none(week.map(IsoWeek::toString).orElse("")));
    }

    private ModelAndView page(IssuePage issue) {
        String path = "/weekly/" + issue.issue().isoWeek();
        var page = new ModelAndView("weekly-issue");
        page.addObject("page", issue);
        page.addObject("canonical", site.publicUrl() + path);
        page.addObject("markdown", path + ".md");
        LastKnownPages.neutral(page.getModel(), Map::of);
        return page;
    }

    private static ModelAndView none(String week) {
        var page = new ModelAndView("no-issue", HttpStatus.NOT_FOUND);
        page.addObject("isoWeek", week);
        return page;
    }

    @ExceptionHandler(DataAccessException.class)
    ModelAndView unavailable() {
        return new ModelAndView("try-again", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
