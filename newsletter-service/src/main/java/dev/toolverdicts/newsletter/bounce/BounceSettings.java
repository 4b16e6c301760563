package dev.toolverdicts.newsletter.bounce;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param secret what a mail server that reports bounces sends in `X-Webhook-Secret`; without one only editors may
///     report
@ConfigurationProperties("newsletter.bounce")
record BounceSettings(@Nullable String secret) {

    BounceSettings {
        if (secret != null && !secret.isEmpty() && secret.length() < 16) {
            throw new IllegalArgumentException("newsletter.bounce.secret is too short: 16 characters at least");
        }
    }

    /// Without the secret: whatever prints settings must not print that one.
    @Override
    public String toString() {
        return "BounceSettings[secret=…]";
    }
}
