package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.newsletter.link.BadLink;
import dev.toolverdicts.newsletter.link.Bearer;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.link.SignedTokens;
import dev.toolverdicts.platform.web.InvalidInput;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What is followed, for people; and the end of it by the link in each mail.
@Controller
@Hidden
class AlertPageController {

    private static final String ALERTS = "/newsletter/alerts";
    private static final String UNFOLLOW = "/newsletter/unfollow";

    private final FollowService follows;
    private final SignedTokens tokens;

    AlertPageController(FollowService follows, SignedTokens tokens) {
        this.follows = follows;
        this.tokens = tokens;
    }

    @GetMapping(path = ALERTS, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView show(@RequestParam(defaultValue = "") String token) {
        return tokens.read(Purpose.ALERTS, token)
                .map(bearer -> page(HttpStatus.OK, bearer.subscriberId(), token, FollowForm.BLANK, null))
                .orElseGet(BadLink::page);
    }

    @PostMapping(path = ALERTS, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView follow(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") List<String> events,
            @RequestParam(defaultValue = "") String stop) {
        return tokens.read(Purpose.ALERTS, token)
                .map(Bearer::subscriberId)
                .map(id -> stop.isEmpty()
                        ? follow(id, token, new FollowForm(kind, key.strip(), events, null))
                        : stop(id, token, stop))
                .orElseGet(BadLink::page);
    }

    @GetMapping(path = UNFOLLOW, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@RequestParam(defaultValue = "") String token) {
        return tokens.read(Purpose.UNFOLLOW, token)
                .map(bearer -> unfollowPage(bearer, token, false))
                .orElseGet(BadLink::page);
    }

    /// For people and, by a bare POST (RFC 8058), for mail programs: the token is the only authority.
    @PostMapping(path = UNFOLLOW)
    ModelAndView unfollow(@RequestParam(defaultValue = "") String token) {
        return tokens.read(Purpose.UNFOLLOW, token)
                .map(bearer -> {
                    ModelAndView page = unfollowPage(bearer, token, true);
                    follows.unfollow(bearer.subscriberId(), bearer.issueId());
                    return page;
                })
                .orElseGet(BadLink::page);
    }

    private ModelAndView follow(UUID subscriber, String token, FollowForm form) {
        TargetKind known = TargetKind.of(form.kind()).orElse(null);
        if (known == null) {
            return page(HttpStatus.BAD_REQUEST, subscriber, token, form.wrongAt("kind"), "Choose what to follow.");
        }
        if (Collections.disjoint(Follow.EVENTS, form.events())) {
            return page(
                    HttpStatus.BAD_REQUEST, subscriber, token, form.wrongAt("events"), "Choose what to hear of it.");
        }
        try {
            follows.follow(subscriber, new FollowWish(known, form.key(), form.events(), null), null);
            return page(HttpStatus.OK, subscriber, token, FollowForm.BLANK, null);
        } catch (InvalidInput wrong) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    subscriber,
                    token,
                    form.wrongAt("key"),
                    "We know no %s of that name. Use the last part of its page's address.".formatted(known));
        } catch (AlertLimit limit) {
            return page(
                    HttpStatus.CONFLICT,
                    subscriber,
                    token,
                    form,
                    Objects.requireNonNullElse(limit.getBody().getDetail(), ""));
        } catch (NotSubscribed left) {
            return BadLink.notSubscribed();
        }
    }

    private ModelAndView stop(UUID subscriber, String token, String follow) {
        AlertId.read(follow).ifPresent(id -> follows.unfollow(subscriber, id));
        return page(HttpStatus.OK, subscriber, token, FollowForm.BLANK, null);
    }

    private ModelAndView page(
            HttpStatus status, UUID subscriber, String token, FollowForm form, @Nullable String trouble) {
        try {
            return new ModelAndView("alerts", status)
                    .addObject("follows", follows.of(subscriber))
                    .addObject("words", follows.words(subscriber))
                    .addObject("events", Follow.EVENTS)
                    .addObject("token", token)
                    .addObject("form", form)
                    .addObject("trouble", trouble);
        } catch (NotSubscribed left) {
            return BadLink.notSubscribed();
        }
    }

    private ModelAndView unfollowPage(Bearer bearer, String token, boolean done) {
        UUID follow = bearer.issueId();
        String what = follow == null
                ? "everything"
                : follows.words(bearer.subscriberId()).getOrDefault(follow, "this");
        return new ModelAndView("unfollow")
                .addObject("token", token)
                .addObject("what", what)
                .addObject("done", done);
    }
}
