package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.mail.MailPart;
import java.util.Set;

/// An edition whose parts are written but for what is each recipient's own, which most of them is not.
record Letter(Edition edition, MailPart text, MailPart html) {

    private static final Set<String> HOLES = Set.of(IssueParts.UNSUBSCRIBE_URL, IssueParts.PREFERENCES_URL);

    static Letter of(Edition edition) {
        return new Letter(edition, new MailPart(edition.text(), HOLES), new MailPart(edition.html(), HOLES));
    }

    /// @param own the HTML part as one recipient gets it
    MailPart html(String own) {
        return own.equals(edition.html()) ? html : new MailPart(own, HOLES);
    }
}
