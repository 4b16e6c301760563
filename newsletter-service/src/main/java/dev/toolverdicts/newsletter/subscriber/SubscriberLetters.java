package dev.toolverdicts.newsletter.subscriber;

import dev.toolverdicts.newsletter.letter.Letter;
import dev.toolverdicts.newsletter.letter.Letter.Link;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/// The words of the mail that asks. Nothing of what the visitor typed is in it: it may be a stranger's inbox.
@Component
class SubscriberLetters {

    private final SiteSettings site;

    SubscriberLetters(SiteSettings site) {
        this.site = site;
    }

    Letter confirm(String token) {
        return new Letter(
                "Please confirm: Weekly AI Tool Verdicts",
                List.of(
                        "Somebody, probably you, asked for Weekly AI Tool Verdicts at this address: new and changed verdicts"
                                + " and prices, one mail a week.",
                        "Open the page below and press the button. Only then are you subscribed. The link is good for seven"
                                + " days and once."),
                List.of(new Link("Confirm the subscription", site.publicUrl() + "/newsletter/confirm?token=" + token)),
                List.of("If it was not you, do nothing: without the button no newsletter comes."));
    }

    Letter invitation(String token) {
        return new Letter(
                "Do you want Weekly AI Tool Verdicts?",
                List.of(
                        "This address is in a list of people who asked for Weekly AI Tool Verdicts somewhere else: new and"
                                + " changed verdicts and prices, one mail a week.",
                        "Open the page below and press the button if you want it. Only then are you subscribed. The link is"
                                + " good for seven days and once."),
                List.of(new Link("Confirm the subscription", site.publicUrl() + "/newsletter/confirm?token=" + token)),
                List.of("If you do not want it, do nothing: no newsletter comes, and this question comes only once."));
    }
}
