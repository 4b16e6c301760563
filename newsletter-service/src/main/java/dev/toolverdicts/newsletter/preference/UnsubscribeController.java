package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.link.BadLink;
import dev.toolverdicts.newsletter.link.Bearer;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.link.SignedTokens;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One click for people (a page with a button) and one request for mail programs (RFC 8058: a POST with the token in
/// the address and no cookie). The token is the only authority; the body is not looked at.
@Controller
@Hidden
class UnsubscribeController {

    private final UnsubscribeService subscriptions;
    private final SignedTokens tokens;
    private final SubscriptionLinks links;

    UnsubscribeController(UnsubscribeService subscriptions, SignedTokens tokens, SubscriptionLinks links) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.links = links;
    }

    @GetMapping(path = "/newsletter/unsubscribe", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@RequestParam(defaultValue = "") String token) {
        return withBearer(token, bearer -> page("unsubscribe", token, bearer));
    }

    /// Answers 200 here and now: mail programs do not follow redirects.
    @PostMapping(path = "/newsletter/unsubscribe")
    ModelAndView unsubscribe(@RequestParam(defaultValue = "") String token) {
        return withBearer(token, bearer -> {
            subscriptions.unsubscribe(bearer);
            return page("unsubscribed", token, bearer);
        });
    }

    private ModelAndView withBearer(String token, Function<Bearer, ModelAndView> answer) {
        return tokens.read(Purpose.UNSUBSCRIBE, token).map(answer).orElseGet(BadLink::page);
    }

    private ModelAndView page(String name, String token, Bearer bearer) {
        return new ModelAndView(name)
                .addObject("token", token)
                .addObject("preferences", links.preferencesUrl(bearer.subscriberId()));
    }
}
