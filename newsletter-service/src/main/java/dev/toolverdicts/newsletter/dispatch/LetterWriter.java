package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.mail.Envelope;
import dev.toolverdicts.newsletter.mail.MailMessage;
import dev.toolverdicts.newsletter.mail.MailingList;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import java.time.Instant;
import java.util.Map;

/// Makes a recipient's mail of an issue: the same parts for all, with that recipient's links, and the
/// headers of its list.
class LetterWriter {

    private final SmtpSettings settings;
    private final RecipientLinks links;
    private final ReturnPath returnPath;
    private final MailingList list;

    /// @param host of the public site
    LetterWriter(SmtpSettings settings, RecipientLinks links, ReturnPath returnPath, String host) {
        this.settings = settings;
        this.links = links;
        this.returnPath = returnPath;
        this.list = new MailingList("Weekly AI Tool Verdicts", "weekly", host);
    }

    Envelope envelope(Claim claim) {
        return new Envelope(returnPath.bounces(claim.number()), claim.email());
    }

    byte[] write(Letter letter, Claim claim, Instant now) {
        Edition edition = letter.edition();
        String unsubscribe = links.unsubscribe(claim.subscriberId(), claim.issueId());
        String html = links.counted(edition.html(), claim.issueId(), claim.subscriberId());
        var message =
                new MailMessage(settings.newsletterFrom(), claim.email(), edition.subject(), claim.messageId(), now);
        return list.introduce(message, edition.isoWeek(), unsubscribe, returnPath.unsubscribes(claim.number()))
                .bytes(
                        letter.text(),
                        letter.html(html),
                        Map.of(
                                IssueParts.UNSUBSCRIBE_URL,
                                unsubscribe,
                                IssueParts.PREFERENCES_URL,
                                links.preferences(claim.subscriberId())));
    }
}
