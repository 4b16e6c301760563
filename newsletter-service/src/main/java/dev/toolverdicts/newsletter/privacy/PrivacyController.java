package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.newsletter.defence.Caller;
import dev.toolverdicts.newsletter.defence.TooManySignups;
import dev.toolverdicts.newsletter.link.BadLink;
import dev.toolverdicts.newsletter.link.Purpose;
import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.InvalidEmail;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Hidden
class PrivacyController {

    private final PrivacyService privacy;

    PrivacyController(PrivacyService privacy) {
        this.privacy = privacy;
    }

    @GetMapping(path = "/newsletter/privacy", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView form() {
        return form(HttpStatus.OK, "", null);
    }

    @PostMapping(path = "/newsletter/privacy", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email, HttpServletRequest request, HttpServletResponse response) {
        try {
            privacy.ask(EmailAddress.typed(email), Caller.of(request));
            return new ModelAndView("privacy-asked");
        } catch (InvalidEmail wrong) {
            return form(HttpStatus.BAD_REQUEST, email, "The address " + wrong.getMessage() + ".");
        } catch (TooManySignups tooMany) {
            tooMany.tell(response);
            return form(
                    HttpStatus.TOO_MANY_REQUESTS,
                    email,
                    "Too many requests. Please try again in %d minutes.".formatted(tooMany.minutes()));
        }
    }

    @GetMapping(path = "/newsletter/erase", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView askErase(@RequestParam(defaultValue = "") String token) {
        return privacy.isOpen(Purpose.ERASE, token)
                ? new ModelAndView("erase").addObject("token", token)
                : BadLink.page();
    }

    @PostMapping(path = "/newsletter/erase", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView erase(@RequestParam(defaultValue = "") String token) {
        return privacy.erase(token) ? new ModelAndView("erased") : BadLink.page();
    }

    private static ModelAndView form(HttpStatus status, String email, @Nullable String trouble) {
        return new ModelAndView("privacy", status).addObject("email", email).addObject("trouble", trouble);
    }
}
