package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.platform.telemetry.Tracing;
import dev.toolverdicts.platform.web.SiteSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sends what is queued to a server of a test.
public record QueueRun(JdbcClient jdbc, ReturnPath returnPath, SiteSettings site, int port) {

    public void at(Instant now) {
        var _ = countedAt(now);
    }

    /// The same, with what was counted.
    MeterRegistry countedAt(Instant now) {
        return countedAt(now, Tracing.off());
    }

    MeterRegistry countedAt(Instant now, Tracing tracing) {
        var meters = new SimpleMeterRegistry();
        SmtpSettings smtp = SmtpSettingsFor.port(port);
        new TransactionalMailWorker(
                        new MailQueueRepository(jdbc),
                        new QueuedMailWriter(smtp, returnPath, site),
                        smtp,
                        new SmtpReplies(meters),
                        tracing,
                        Clock.fixed(now, ZoneOffset.UTC))
                .sendWhatIsDue();
        return meters;
    }
}
