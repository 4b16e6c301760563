package dev.toolverdicts.newsletter.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param secret what a mail server that reports bounces sends in `X-Webhook-Secret`; without one only editors may
///     report
/// @param earlierSecret taken too, while servers change to the other
@ConfigurationProperties("newsletter.bounce")
record BounceSettings(@Nullable String secret, @Nullable String earlierSecret) {

    BounceSettings {
        if (isTooShort(secret) || isTooShort(earlierSecret)) {
            throw new IllegalArgumentException("newsletter.bounce.secret is too short: 16 characters at least");
        }
    }

    private static boolean isTooShort(@Nullable String secret) {
        return secret != null && !secret.isEmpty() && secret.length() < 16;
    }

    boolean knows(@Nullable String given) {
        return given != null && (same(given, secret) || same(given, earlierSecret));
    }

    private static boolean same(String given, @Nullable String secret) {
        return secret != null
                && !secret.isEmpty()
                && MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    /// Without the secrets: whatever prints settings must not print those.
    @Override
    public String toString() {
        return "BounceSettings[secret=…]";
    }
}
