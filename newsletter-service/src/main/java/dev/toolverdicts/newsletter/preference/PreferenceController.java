package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.defence.TooManySignups;
import dev.toolverdicts.newsletter.link.BadLink;
import dev.toolverdicts.newsletter.link.Bearer;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.link.SignedTokens;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.InvalidEmail;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Fewer" instead of "none". Neither page shows the address: a forwarded mail must not give away whose it was.
@Controller
@Hidden
class PreferenceController {

    private final PreferenceService preferences;
    private final AddressService addresses;
    private final SignedTokens tokens;
    private final SubscriptionLinks links;

    PreferenceController(
            PreferenceService preferences, AddressService addresses, SignedTokens tokens, SubscriptionLinks links) {
        this.preferences = preferences;
        this.addresses = addresses;
        this.tokens = tokens;
        this.links = links;
    }

    @GetMapping(path = "/newsletter/preferences", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(@RequestParam(defaultValue = "") String token) {
        return tokens.read(Purpose.PREFERENCES, token)
                .map(bearer -> page(bearer.subscriberId(), token, null, null))
                .orElseGet(BadLink::page);
    }

    @PostMapping(path = "/newsletter/preferences", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView save(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") Set<String> topics,
            @RequestParam(defaultValue = "weekly") String frequency,
            @RequestParam(defaultValue = "0") String pauseWeeks) {
        return tokens.read(Purpose.PREFERENCES, token)
                .map(Bearer::subscriberId)
                .filter(id -> preferences.save(id, topics, Frequency.of(frequency), weeks(pauseWeeks)))
                .map(id -> page(id, token, "Saved. It holds from the next issue that starts on.", null))
                .orElseGet(BadLink::page);
    }

    /// The answer is the same whether the address is known or not.
    @PostMapping(path = "/newsletter/preferences/address", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView move(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        return tokens.read(Purpose.PREFERENCES, token)
                .map(bearer -> move(bearer.subscriberId(), token, email, request))
                .orElseGet(BadLink::page);
    }

    private ModelAndView move(UUID subscriberId, String token, String email, HttpServletRequest request) {
        try {
            addresses.ask(subscriberId, EmailAddress.typed(email), Caller.of(request));
            return page(
                    subscriberId,
                    token,
                    "A mail is on its way to the new address. Press the button there; until then nothing changes.",
                    null);
        } catch (InvalidEmail wrong) {
            return trouble(HttpStatus.BAD_REQUEST, subscriberId, token, "The address " + wrong.getMessage() + ".");
        } catch (TooManySignups tooMany) {
            return trouble(
                    HttpStatus.TOO_MANY_REQUESTS,
                    subscriberId,
                    token,
                    "Too many requests. Please try again in %d minutes.".formatted(tooMany.minutes()));
        }
    }

    private ModelAndView trouble(HttpStatus status, UUID subscriberId, String token, String words) {
        ModelAndView page = page(subscriberId, token, null, words);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(UUID subscriberId, String token, @Nullable String said, @Nullable String trouble) {
        return preferences
                .page(subscriberId)
                .map(page -> new ModelAndView("preferences")
                        .addObject("page", page)
                        .addObject("token", token)
                        .addObject("said", said)
                        .addObject("trouble", trouble)
                        .addObject("alerts", links.alertsUrl(subscriberId))
                        .addObject("unsubscribe", links.unsubscribeUrl(subscriberId, null)))
                .orElseGet(() -> new ModelAndView("not-subscribed"));
    }

    private static int weeks(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }
}
