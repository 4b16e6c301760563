package dev.toolverdicts.newsletter.bounce;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param host of the mailbox that gets what comes back; without one none is looked into
/// @param port 0 for the protocol's own
/// @param folder for IMAP; POP3 has but one
/// @param every how long after a look the next one is
/// @param longest how much of a message is read: what matters stands before the copy of the mail that came back
@ConfigurationProperties("newsletter.bounce.mailbox")
record MailboxSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("imaps") Protocol protocol,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("1m") Duration every,
        @DefaultValue("1MB") DataSize longest) {

    enum Protocol {
        IMAP,
        IMAPS,
        POP3,
        POP3S;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    MailboxSettings {
        boolean isOn = host != null && !host.isBlank();
        if (isOn && (username == null || password == null)) {
            throw new IllegalArgumentException(
                    "newsletter.bounce.mailbox needs username and password together with host");
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("newsletter.bounce.mailbox.every must be a second or more");
        }
        if (longest.toBytes() < 1024 || longest.toBytes() > 32 * 1024 * 1024) {
            throw new IllegalArgumentException("newsletter.bounce.mailbox.longest must be from 1 KB to 32 MB");
        }
    }

    boolean isOn() {
        return host != null && !host.isBlank();
    }

    /// Without the password: whatever prints settings must not print that one.
    @Override
    public String toString() {
        return "MailboxSettings[" + protocol + " " + host + " " + folder + "]";
    }
}
