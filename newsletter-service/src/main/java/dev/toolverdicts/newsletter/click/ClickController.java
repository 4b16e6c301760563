package dev.toolverdicts.newsletter.click;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.link.BadLink;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The way from a mail to a page of this site.
@Controller
@Hidden
class ClickController {

    private final ClickService clicks;

    ClickController(ClickService clicks) {
        this.clicks = clicks;
    }

    @GetMapping(ClickLinks.PATH)
    ModelAndView go(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        return clicks.follow(token, request.getMethod().equals("HEAD"), Caller.of(request))
                .map(url -> redirect(url, response))
                .orElseGet(BadLink::page);
    }

    private static ModelAndView redirect(String url, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // The page that opens need not learn which mail it was.
        response.setHeader("Referrer-Policy", "no-referrer");
        var view = new RedirectView(url);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.FOUND);
        return new ModelAndView(view);
    }
}
