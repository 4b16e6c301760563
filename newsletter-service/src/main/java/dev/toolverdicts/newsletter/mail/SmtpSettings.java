package dev.toolverdicts.newsletter.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server and who we are to it.
///
/// @param newsletterFrom sender of issues and alerts; another address than that of transactional mail,
///     so that complaints about the one do not cost the other its reputation
/// @param bounceDomain where mail that cannot be delivered comes back to
/// @param readTimeout long, as RFC 5321 asks for: who hangs up while the server ponders the
///     final dot knows nothing
@ConfigurationProperties("mail")
public record SmtpSettings(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("1025") int port,
        @DefaultValue("none") Tls tls,
        @Nullable String username,
        @Nullable String password,

        @DefaultValue("Tool Verdicts Weekly <weekly@localhost.localdomain>")
        String newsletterFrom,

        @DefaultValue("Tool Verdicts <no-reply@localhost.localdomain>")
        String transactionalFrom,

        @DefaultValue("localhost.localdomain") String bounceDomain,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("600s") Duration readTimeout,
        @DefaultValue("60s") Duration writeTimeout,
        @DefaultValue("100") int messagesPerConnection,
        @DefaultValue("60s") Duration connectionAge) {

    /// How the connection is secured; a server that does not offer what is asked for gets no mail.
    public enum Tls {
        NONE,
        STARTTLS,
        IMPLICIT
    }

    public SmtpSettings {
        MailText.header(newsletterFrom);
        MailText.header(transactionalFrom);
        Envelope.check("bounce@" + bounceDomain);
        if (address(newsletterFrom).equals(address(transactionalFrom))) {
            throw new IllegalArgumentException("mail.newsletter-from and mail.transactional-from must differ");
        }
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("mail.username and mail.password go together");
        }
        if (writeTimeout.isNegative() || writeTimeout.isZero()) {
            throw new IllegalArgumentException("mail.write-timeout must be positive");
        }
        if (messagesPerConnection < 1) {
            throw new IllegalArgumentException("mail.messages-per-connection must be positive");
        }
    }

    /// The same, for whoever cannot wait as long for an answer.
    public SmtpSettings within(Duration patience) {
        return new SmtpSettings(
                host,
                port,
                tls,
                username,
                password,
                newsletterFrom,
                transactionalFrom,
                bounceDomain,
                connectTimeout,
                readTimeout.compareTo(patience) > 0 ? patience : readTimeout,
                writeTimeout.compareTo(patience) > 0 ? patience : writeTimeout,
                messagesPerConnection,
                connectionAge);
    }

    /// The domain that issues come from, whose SPF, DKIM and DMARC the world asks for.
    public String newsletterDomain() {
        String address = address(newsletterFrom);
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// The bare address of `Name <address>`.
    static String address(String from) {
        int open = from.indexOf('<');
        String address = open < 0 ? from.strip() : from.substring(open + 1, from.indexOf('>', open));
        return Envelope.check(address);
    }

    /// Without the password: whatever prints settings must not print that one.
    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + " " + tls + "]";
    }
}
