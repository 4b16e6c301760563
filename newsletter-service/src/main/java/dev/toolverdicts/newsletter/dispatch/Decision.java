package dev.toolverdicts.newsletter.dispatch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an operator says of a message in doubt.
public enum Decision {
    /// It has arrived: the recipient said so, or the mail server's log does.
    SENT,
    /// It has not, or a second copy is the lesser evil.
    RESEND;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Decision> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
