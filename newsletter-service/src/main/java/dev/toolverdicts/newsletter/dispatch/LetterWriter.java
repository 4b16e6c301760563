package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.issue.IssueParts;
import dev.toolverdicts.newsletter.mail.Envelope;
import dev.toolverdicts.newsletter.mail.MailMessage;
import dev.toolverdicts.newsletter.mail.ReturnPath;
import dev.toolverdicts.newsletter.mail.SmtpSettings;
import java.time.Instant;
import java.util.Map;

/// Makes a recipient's mail of an issue: the same parts for all, with that recipient's links, and the headers that
/// Gmail, Yahoo and Outlook ask bulk senders for.
class LetterWriter {

    private final SmtpSettings settings;
    private final RecipientLinks links;
    private final ReturnPath returnPath;
    private final String host;

    /// @param host of the public site
    LetterWriter(SmtpSettings settings, RecipientLinks links, ReturnPath returnPath, String host) {
        this.settings = settings;
        this.links = links;
        this.returnPath = returnPath;
        this.host = host;
    }

    Envelope envelope(Claim claim) {
        return new Envelope(returnPath.bounces(claim.number()), claim.email());
    }

    byte[] write(Letter letter, Claim claim, Instant now) {
        Edition edition = letter.edition();
        String unsubscribe = links.unsubscribe(claim.subscriberId(), claim.issueId());
        String html = links.counted(edition.html(), claim.issueId(), claim.subscriberId());
        return new MailMessage(settings.newsletterFrom(), claim.email(), edition.subject(), claim.messageId(), now)
                .add("List-Id", "Weekly AI Tool Verdicts <weekly." + host + ">")
                .add(
                        "List-Unsubscribe",
                        "<" + unsubscribe + ">, <mailto:" + returnPath.unsubscribes(claim.number()) + ">")
                .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .add("Feedback-ID", edition.isoWeek() + ":weekly:newsletter:toolverdicts")
                .add("Precedence", "bulk")
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
