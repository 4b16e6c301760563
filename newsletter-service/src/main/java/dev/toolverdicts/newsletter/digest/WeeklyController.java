package dev.toolverdicts.newsletter.digest;

import dev.toolverdicts.platform.web.SiteSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// `/weekly`: what the running week will tell. Past weeks have no page before their issue is sent.
@Controller
@Hidden
class WeeklyController {

    private final DigestQueries digest;
    private final Clock clock;
    private final SiteSettings site;

    WeeklyController(DigestQueries digest, Clock clock, SiteSettings site) {
        this.digest = digest;
        this.clock = clock;
        this.site = site;
    }

    @GetMapping(path = "/weekly", produces = MediaType.TEXT_HTML_VALUE)
    String weekly(Model model) {
        IsoWeek week = IsoWeek.of(clock.instant());
        model.addAttribute("week", WeeklyPage.of(week, digest.week(week)));
        model.addAttribute("canonical", site.publicUrl() + "/weekly");
        return "weekly";
    }

    @GetMapping(path = "/weekly/{isoWeek}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView issue(@PathVariable String isoWeek) {
        String week = IsoWeek.parse(isoWeek).map(IsoWeek::toString).orElse("");
        var page = new ModelAndView("no-issue", HttpStatus.NOT_FOUND);
        page.addObject("isoWeek", week);
        return page;
    }

    @ExceptionHandler(DataAccessException.class)
    ModelAndView unavailable() {
        return new ModelAndView("try-again", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
