package dev.toolverdicts.newsletter.preference;

import dev.toolverdicts.newsletter.letter.Letter;
import dev.toolverdicts.newsletter.letter.Letter.Link;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/// The words of the mails to the new and to the old address. Neither names the other.
@Component
class AddressLetters {

    private final SiteSettings site;

    AddressLetters(SiteSettings site) {
        this.site = site;
    }

    Letter confirm(String token) {
        return new Letter(
                "Please confirm your new address",
                List.of(
                        "A subscriber of Weekly AI Tool Verdicts, probably you, wants the newsletter at this address from"
                                + " now on. Open the page below and press the button. The link is good for seven days and once."),
                List.of(new Link("Send it here", site.publicUrl() + "/newsletter/address?token=" + token)),
                List.of("If it was not you, do nothing: without the button nothing changes."));
    }

    Letter moved() {
        return new Letter(
                "Your newsletter goes to another address now",
                List.of(
                        "Weekly AI Tool Verdicts goes to another address from now on, as was asked for with a link from one"
                                + " of your mails and confirmed at the new address."),
                List.of(new Link("Sign up again, if it was not you", site.publicUrl() + "/newsletter")),
                List.of("No further issue comes to this address."));
    }
}
