package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.web.SiteSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sends what is queued to a server of a test.
public record QueueRun(JdbcClient jdbc, ReturnPath returnPath, SiteSettings site, int port) {

    public void at(Instant now) {
        SmtpSettings smtp = SmtpSettingsFor.port(port);
        new TransactionalMailWorker(
                        new MailQueueRepository(jdbc),
                        new QueuedMailWriter(smtp, returnPath, site),
                        smtp,
                        Clock.fixed(now, ZoneOffset.UTC))
                .sendWhatIsDue();
    }
}
