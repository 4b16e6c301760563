package dev.toolverdicts.vote.voter;

import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param secret 32 random bytes in base64 (`VOTE_SECRET`), the same for every copy and for life: who a
///     voter is follows from it
/// @param signingKeyFile keys that sign cookies, receipts and form tokens, one a line; the first signs,
///     all verify. Null for the secret alone
@ConfigurationProperties("vote")
record VoterSettings(@Nullable String secret, @Nullable Path signingKeyFile) {

    private static final String REMEDY =
            "set VOTE_SECRET to 32 random bytes in base64, for instance from: openssl rand -base64 32";

    VoterSettings {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException("vote.secret is missing: " + REMEDY);
        }
        if (!isLongEnough(secret)) {
            throw new IllegalArgumentException("vote.secret is not 32 bytes of base64: " + REMEDY);
        }
    }

    private static boolean isLongEnough(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip()).length >= 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    byte[] secretBytes() {
        return Base64.getDecoder().decode(String.valueOf(secret).strip());
    }

    /// Without the secret: whatever prints settings must not print that one.
    @Override
    public String toString() {
        return "VoterSettings[secret=…, signingKeyFile=" + signingKeyFile + "]";
    }
}
