package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.link.BadLink;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Programs open every link of every mail, so a link only shows a button.
@Controller
@Hidden
class ConfirmController {

    private final ConfirmService confirmations;
    private final SubscriptionLinks links;

    ConfirmController(ConfirmService confirmations, SubscriptionLinks links) {
        this.confirmations = confirmations;
        this.links = links;
    }

    @GetMapping(path = "/newsletter/confirm", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@RequestParam(defaultValue = "") String token) {
        return switch (confirmations.look(token)) {
            case OPEN -> new ModelAndView("confirm").addObject("token", token);
            case DONE -> new ModelAndView("confirmed");
            case GONE -> BadLink.page();
        };
    }

    @PostMapping(path = "/newsletter/confirm", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView confirm(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return confirmations
                .confirm(token, Caller.of(request))
                .map(id -> new ModelAndView("confirmed").addObject("preferences", links.preferencesUrl(id)))
                .orElseGet(() -> ask(token));
    }
}
