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
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// "Fewer" instead of "none". Neither page shows the address: a forwarded mail must not give
/// away whose it was.
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
        return subscriber(token)
                .map(id -> page(HttpStatus.OK, id, token, UnaryOperator.identity()))
                .orElseGet(BadLink::page);
    }

    /// Without any topic it is a form in which none is ticked; without how often it is none of ours.
    @PostMapping(path = "/newsletter/preferences", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView save(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") Set<String> topics,
            @RequestParam(defaultValue = "") String frequency,
            @RequestParam(defaultValue = "0") String pauseWeeks) {
        return subscriber(token)
                .map(id -> save(id, token, new PreferenceForm(topics, frequency, pauseWeeks.strip())))
                .orElseGet(BadLink::page);
    }

    private ModelAndView save(UUID subscriberId, String token, PreferenceForm form) {
        try {
            boolean saved = preferences.save(subscriberId, form);
            ModelAndView page = page(HttpStatus.OK, subscriberId, token, UnaryOperator.identity());
            return saved ? page.addObject("said", "Saved. It holds from the next issue that starts on.") : page;
        } catch (InvalidPreferences wrong) {
            return page(HttpStatus.BAD_REQUEST, subscriberId, token, page -> page.with(form))
                    .addObject("trouble", wrong.getMessage());
        }
    }

    /// The answer is the same whether the address is known or not.
    @PostMapping(path = "/newsletter/preferences/address", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView move(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        return subscriber(token)
                .map(id -> preferences.isSubscribed(id)
                        ? move(id, token, email, request, response)
                        : BadLink.notSubscribed())
                .orElseGet(BadLink::page);
    }

    private ModelAndView move(
            UUID subscriberId, String token, String email, HttpServletRequest request, HttpServletResponse response) {
        try {
            addresses.ask(subscriberId, EmailAddress.typed(email), Caller.of(request));
            return page(HttpStatus.OK, subscriberId, token, UnaryOperator.identity())
                    .addObject(
                            "said",
                            "A mail is on its way to the new address. Press the button there; until then nothing changes.");
        } catch (InvalidEmail wrong) {
            return trouble(
                    HttpStatus.BAD_REQUEST, subscriberId, token, email, "The address " + wrong.getMessage() + ".");
        } catch (TooManySignups tooMany) {
            tooMany.tell(response);
            return trouble(
                    HttpStatus.TOO_MANY_REQUESTS,
                    subscriberId,
                    token,
                    email,
                    "Too many requests. Please try again in %d minutes.".formatted(tooMany.minutes()));
        }
    }

    /// @param email what was typed
    private ModelAndView trouble(HttpStatus status, UUID subscriberId, String token, String email, String words) {
        return page(status, subscriberId, token, UnaryOperator.identity())
                .addObject("email", email)
                .addObject("trouble", words);
    }

    private Optional<UUID> subscriber(String token) {
        return tokens.read(Purpose.PREFERENCES, token).map(Bearer::subscriberId);
    }

    private ModelAndView page(HttpStatus status, UUID subscriberId, String token, UnaryOperator<PreferencePage> shown) {
        return preferences
                .page(subscriberId)
                .map(page -> new ModelAndView("preferences", status)
                        .addObject("page", shown.apply(page))
                        .addObject("token", token)
                        .addObject("alerts", links.alertsUrl(subscriberId))
                        .addObject("unsubscribe", links.unsubscribeUrl(subscriberId, null)))
                .orElseGet(BadLink::notSubscribed);
    }
}
