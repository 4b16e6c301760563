package dev.toolverdicts.newsletter.privacy;

import dev.toolverdicts.newsletter.letter.Letter;
import dev.toolverdicts.newsletter.letter.Letter.Link;
import dev.toolverdicts.newsletter.subscriber.SubscriptionLinks;
import dev.toolverdicts.platform.web.SiteSettings;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class PrivacyLetters {

    private static final String SUBJECT = "Your data at Weekly AI Tool Verdicts";

    private final SubscriptionLinks links;
    private final SiteSettings site;

    PrivacyLetters(SubscriptionLinks links, SiteSettings site) {
        this.links = links;
        this.site = site;
    }

    Letter links(UUID subscriberId, String export, String erase) {
        return new Letter(
                SUBJECT,
                List.of(
                        "Somebody, probably you, asked for what we store about this address. Each link opens a page with a"
                                + " button; the first two are good for one day."),
                List.of(
                        new Link("Take all of it along", page("export", export)),
                        new Link("Erase all of it", page("erase", erase)),
                        new Link("Change what comes and how often", links.preferencesUrl(subscriberId)),
                        new Link("Unsubscribe", links.unsubscribeUrl(subscriberId, null))),
                List.of("If it was not you, do nothing: opening a link changes nothing."));
    }

    Letter nothing() {
        return new Letter(
                SUBJECT,
                List.of(
                        "Somebody, probably you, asked for what we store about this address. It is nothing: the address is"
                                + " not in our list."),
                List.of(),
                List.of("If it was not you, there is nothing to do."));
    }

    private String page(String name, String token) {
        return site.publicUrl() + "/newsletter/" + name + "?token=" + token;
    }
}
