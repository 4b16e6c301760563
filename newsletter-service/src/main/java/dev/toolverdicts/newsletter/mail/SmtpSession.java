package dev.toolverdicts.newsletter.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Hands messages to the mail server, several over one connection, and tells what became of each. For one thread.
public final class SmtpSession implements AutoCloseable {

    private final SmtpSettings settings;
    private final PromptSocketFactory sockets;
    private final Session session;
    private @Nullable FencedTransport open;
    private int messages;
    private long openedNanos;

    public SmtpSession(SmtpSettings settings) {
        this.settings = settings;
        this.sockets = new PromptSocketFactory(settings.writeTimeout());
        this.session = Session.getInstance(properties(settings, sockets));
    }

    /// @param gate asked directly before the final dot; what it throws is thrown here, with the dot not sent
    public Outcome send(Envelope envelope, byte[] message, BeforeDot gate) {
        FencedTransport transport;
        try {
            transport = connected();
        } catch (MessagingException unreachable) {
            return new Outcome.Unreachable(Reply.oneLine(String.valueOf(unreachable.getMessage())));
        }
        transport.begin(gate);
        boolean usable = false;
        try {
            transport.sendMessage(new RawMessage(session, envelope.sender(), message), to(envelope));
            usable = true;
        } catch (MessagingException failed) {
            usable = transport.isClean();
        } finally {
            messages++;
            if (!usable || is421(transport.outcome())) {
                close();
            }
        }
        return transport.outcome();
    }

    @Override
    public void close() {
        FencedTransport closing = open;
        open = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (MessagingException gone) {
                // so much the sooner
            }
        }
    }

    private FencedTransport connected() throws MessagingException {
        if (open != null && isWorn()) {
            close();
        }
        FencedTransport transport = open;
        if (transport == null) {
            transport = new FencedTransport(session, sockets, settings.tls() == SmtpSettings.Tls.IMPLICIT);
            transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
            open = transport;
            openedNanos = System.nanoTime();
            messages = 0;
        }
        return transport;
    }

    private boolean isWorn() {
        return messages >= settings.messagesPerConnection()
                || System.nanoTime() - openedNanos > settings.connectionAge().toNanos();
    }

    private static boolean is421(Outcome outcome) {
        return outcome instanceof Outcome.Deferred(int code, var _) && code == 421;
    }

    private static Address[] to(Envelope envelope) throws AddressException {
        return new Address[] {new InternetAddress(envelope.recipient(), false)};
    }

    private static Properties properties(SmtpSettings settings, PromptSocketFactory sockets) {
        var properties = new Properties();
        String protocol = settings.tls() == SmtpSettings.Tls.IMPLICIT ? "mail.smtps." : "mail.smtp.";
        properties.put(
                protocol + "connectiontimeout",
                String.valueOf(settings.connectTimeout().toMillis()));
        properties.put(
                protocol + "timeout", String.valueOf(settings.readTimeout().toMillis()));
        properties.put(protocol + "socketFactory", sockets);
        // The other one would be no better at reaching a server that is away.
        properties.put(protocol + "socketFactory.fallback", "false");
        properties.put(protocol + "sendpartial", "false");
        properties.put(protocol + "quitwait", "false");
        properties.put(protocol + "auth", String.valueOf(settings.username() != null));
        properties.put(protocol + "starttls.enable", String.valueOf(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put(protocol + "starttls.required", String.valueOf(settings.tls() == SmtpSettings.Tls.STARTTLS));
        properties.put(protocol + "ssl.checkserveridentity", "true");
        return properties;
    }
}
