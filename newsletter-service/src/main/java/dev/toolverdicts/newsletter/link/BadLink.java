package dev.toolverdicts.newsletter.link;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// The page behind a link that no mail of ours holds, or not any more.
public final class BadLink {

    private BadLink() {}

    public static ModelAndView page() {
        return new ModelAndView("bad-link", HttpStatus.NOT_FOUND);
    }

    /// The one behind a good link of a subscription that has ended: the same however it is used.
    public static ModelAndView notSubscribed() {
        return new ModelAndView("not-subscribed", HttpStatus.NOT_FOUND);
    }
}
