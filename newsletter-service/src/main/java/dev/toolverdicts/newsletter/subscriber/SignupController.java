package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.defence.TooManySignups;
import dev.toolverdicts.newsletter.defence.Work;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The same as a form, for pages without scripts. What was typed is never lost.
@Controller
@Hidden
class SignupController {

    private static final Logger log = LoggerFactory.getLogger(SignupController.class);

    private final Signups signups;

    SignupController(Signups signups) {
        this.signups = signups;
    }

    @GetMapping(
            path = {"/newsletter", "/newsletter/subscribe"},
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView form() {
        return page(HttpStatus.OK, SignupForm.empty("page:newsletter"));
    }

    @PostMapping(
            path = "/newsletter/subscribe",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView subscribe(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String challenge,
            @RequestParam(required = false) @Nullable String solution,
            @RequestParam(required = false) @Nullable String website,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Nobody types the source; one that was tampered with is dropped, not complained about.
        String from = source != null && Subscription.isSource(source) ? source : "form";
        try {
            signups.request(
                    new Subscription(EmailAddress.typed(email), List.of(), from),
                    new Work(challenge, solution, website),
                    Caller.of(request),
                    null);
            return new ModelAndView("check-your-inbox");
        } catch (InvalidEmail wrong) {
            return page(HttpStatus.BAD_REQUEST, SignupForm.wrong(email, from, wrong));
        } catch (TooManySignups tooMany) {
            tooMany.tell(response);
            return page(HttpStatus.TOO_MANY_REQUESTS, SignupForm.tooMany(email, from, tooMany.minutes()));
        } catch (DataAccessException | TransactionException away) {
            log.warn("event=signup_unavailable cause={}", away.getClass().getSimpleName());
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            return page(HttpStatus.SERVICE_UNAVAILABLE, SignupForm.later(email, from));
        }
    }

    private static ModelAndView page(HttpStatus status, SignupForm form) {
        var page = new ModelAndView("signup", status);
        page.addObject("form", form);
        return page;
    }
}
