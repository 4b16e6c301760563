package dev.toolverdicts.newsletter.link;

import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param tokenKey 32 random bytes in base64 (`NEWSLETTER_TOKEN_KEY`), the same for every copy and for
///     life: with another key nobody who was erased is known as such
/// @param signingKeyFile keys that sign the tokens in links, one a line; the first signs, all verify.
///     Null for the token key alone
@ConfigurationProperties("newsletter")
record LinkSettings(@Nullable String tokenKey, @Nullable Path signingKeyFile) {

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
        return "LinkSettings[tokenKey=…, signingKeyFile=" + signingKeyFile + "]";
    }
}
