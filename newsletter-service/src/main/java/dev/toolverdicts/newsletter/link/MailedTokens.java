package dev.toolverdicts.newsletter.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tokens that are mailed to prove an inbox. The mail holds the only copy; here is a hash.
@Component
public class MailedTokens {

    private static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final MailedTokenRepository tokens;

    MailedTokens(MailedTokenRepository tokens) {
        this.tokens = tokens;
    }

    /// @return the token for the mail
    public String issue(Mailed mailed, Instant now, Duration lifetime) {
        var drawn = new byte[LENGTH];
        random.nextBytes(drawn);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        tokens.add(hash(token), mailed, now, now.plus(lifetime));
        tokens.forget(now);
        return token;
    }

    /// Changes nothing.
    public Optional<Mailed> find(Purpose purpose, String token, Instant now) {
        return tokens.find(purpose, hash(token), now);
    }

    /// Whether it was used and so is not [#find]ed any more.
    public boolean isUsed(Purpose purpose, String token) {
        return tokens.isUsed(purpose, hash(token));
    }

    /// Uses it up, for one of many that try at the same time. Lock the subscriber first: so does who takes tokens away.
    public boolean use(Purpose purpose, String token, Instant now) {
        return tokens.use(purpose, hash(token), now);
    }

    /// Uses up whatever else was mailed for the same purpose.
    public void useAll(Purpose purpose, UUID subscriberId, Instant now) {
        tokens.useAll(purpose, subscriberId, now);
    }

    /// Ends whatever was mailed to an address that the subscriber has left.
    public void revoke(UUID subscriberId, String email, Instant now) {
        tokens.expire(subscriberId, email.toLowerCase(Locale.ROOT), now);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
