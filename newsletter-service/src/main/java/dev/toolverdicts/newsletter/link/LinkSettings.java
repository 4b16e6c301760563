package dev.toolverdicts.newsletter.link;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param tokenKey 32 random bytes in base64 (`NEWSLETTER_TOKEN_KEY`), the same for every copy; with another key all
///     links in mails that have been sent stop working, and nobody who was erased is known as such
@ConfigurationProperties("newsletter")
record LinkSettings(@Nullable String tokenKey) {

    private static final String REMEDY =
            "set NEWSLETTER_TOKEN_KEY to 32 random bytes in base64, for instance from: openssl rand -base64 32";

    LinkSettings {
        if (tokenKey == null || tokenKey.isBlank()) {
            throw new IllegalArgumentException("newsletter.token-key is missing: " + REMEDY);
        }
        if (!isLongEnough(tokenKey)) {
            throw new IllegalArgumentException("newsletter.token-key is not 32 bytes of base64: " + REMEDY);
        }
    }

    private static boolean isLongEnough(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length >= 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    byte[] secret() {
        return Base64.getDecoder().decode(String.valueOf(tokenKey).strip());
    }

    /// Without the key: whatever prints settings must not print that one.
    @Override
    public String toString() {
        return "LinkSettings[tokenKey=…]";
    }
}
