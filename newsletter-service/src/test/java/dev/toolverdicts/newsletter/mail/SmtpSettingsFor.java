package dev.toolverdicts.newsletter.mail;

import dev.toolverdicts.newsletter.mail.SmtpSettings.Tls;
import java.time.Duration;

/// Settings of a server in a test; patience is short.
public final class SmtpSettingsFor {

    private SmtpSettingsFor() {}

    public static SmtpSettings port(int port) {
        return port(port, Tls.NONE, 100);
    }

    public static SmtpSettings port(int port, Tls tls, int messagesPerConnection) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                tls,
                null,
                null,
                "Tool Verdicts Weekly <weekly@news.example.org>",
                "Tool Verdicts <no-reply@example.org>",
                "bounces.example.org",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                messagesPerConnection,
                Duration.ofMinutes(1));
    }
}
