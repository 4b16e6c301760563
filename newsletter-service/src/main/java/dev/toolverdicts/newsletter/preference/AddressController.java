package dev.toolverdicts.newsletter.preference;

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

/// What the mail to a new address opens.
@Controller
@Hidden
class AddressController {

    private final AddressService addresses;

    AddressController(AddressService addresses) {
        this.addresses = addresses;
    }

    @GetMapping(path = "/newsletter/address", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ask(@RequestParam(defaultValue = "") String token) {
        return addresses.isOpen(token) ? new ModelAndView("address").addObject("token", token) : BadLink.page();
    }

    @PostMapping(path = "/newsletter/address", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView move(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        return switch (addresses.move(token, Caller.of(request))) {
            case HERE -> new ModelAndView("address-changed");
            case WAS_HERE -> new ModelAndView("address-kept");
            case NOT -> BadLink.page();
        };
    }
}
