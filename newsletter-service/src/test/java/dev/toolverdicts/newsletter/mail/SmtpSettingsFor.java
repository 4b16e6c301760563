package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.newsletter.mail.SmtpSettings.Tls;
import java.time.Duration;

/// Settings of a server in a test. Patience is short with one that takes nothing, and long enough with one that
/// shares two processors with everything else: a reply that comes too late is a doubt.
public final class SmtpSettingsFor {

    private SmtpSettingsFor() {}

    public static SmtpSettings port(int port) {
        return port(port, Tls.NONE, 100);
    }

    public static SmtpSettings port(int port, Tls tls, int messagesPerConnection) {
        return settings(port, tls, messagesPerConnection, "news.example.org");
    }

    /// Of a server that is not spoken to.
    public static SmtpSettings newsletterDomain(String domain) {
        return settings(25, Tls.NONE, 100, domain);
    }

    private static SmtpSettings settings(int port, Tls tls, int messagesPerConnection, String newsletterDomain) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                tls,
                null,
                null,
                "Tool Verdicts Weekly <weekly@" + newsletterDomain + ">",
                "Tool Verdicts <no-reply@example.org>",
                "bounces.example.org",
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                messagesPerConnection,
                Duration.ofMinutes(1));
    }
}
