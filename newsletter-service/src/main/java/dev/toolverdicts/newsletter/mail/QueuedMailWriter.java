package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.web.SiteSettings;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes what is queued. What comes until further notice is mail of a list like the newsletter: from
/// the same sender, with the same headers, and it returns to an address that names the subscriber.
@Component
class QueuedMailWriter {

    private final SmtpSettings settings;
    private final ReturnPath returnPath;
    private final MailingList alerts;

    QueuedMailWriter(SmtpSettings settings, ReturnPath returnPath, SiteSettings site) {
        this.settings = settings;
        this.returnPath = returnPath;
        String host = Optional.ofNullable(site.publicUrl().getHost()).orElse("localhost");
        this.alerts = new MailingList("Tool Verdicts Alerts", "alerts", host);
    }

    Envelope envelope(QueuedMail mail) {
        StandingWish wish = mail.wish();
        String sender = wish == null
                ? SmtpSettings.address(settings.transactionalFrom())
                : returnPath.bounces(wish.subscriberId());
        return new Envelope(sender, mail.to());
    }

    byte[] write(QueuedMail mail) {
        StandingWish wish = mail.wish();
        String from = wish == null ? settings.transactionalFrom() : settings.newsletterFrom();
        String address = SmtpSettings.address(from);
        String id = "<" + mail.id() + address.substring(address.indexOf('@')) + ">";
        var message = new MailMessage(from, mail.to(), mail.subject(), id, mail.queuedAt());
        MailMessage headed = wish == null
                ? message.add("Auto-Submitted", "auto-generated")
                : alerts.introduce(message, day(mail), wish.endUrl(), returnPath.unsubscribes(wish.subscriberId()));
        return headed.bytes(new MailPart(mail.text()), new MailPart(mail.html()));
    }

    private static String day(QueuedMail mail) {
        return mail.queuedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
