package dev.toolverdicts.localstack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who may do what on this data folder's system, said in tokens that are signed with a key of its own.
final class Identity {

    private static final Duration VALID = Duration.ofHours(12);
    private static final String KEY = "signing-key.json";
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
    private static final Map<String, String> SCOPES = Map.of(
            "editor", "catalog:write review:write",
            "critic", "review:write",
            "operator", "ops",
            "newsletter", "newsletter:write",
            "moderator", "vote:moderate");

    private final String issuer;
    private final Path keyFile;
    private final RSAKey key;

    private Identity(String issuer, Path keyFile, RSAKey key) {
        this.issuer = issuer;
        this.keyFile = keyFile;
        this.key = key;
    }

    /// @param port where the provider listens, which is part of its name
    /// @throws Refused when the key cannot be read
    static Identity of(DataFolder data, int port) throws IOException {
        return of(data, "http://127.0.0.1:" + port);
    }

    /// @param issuer the provider's address and name
    /// @throws Refused when the key cannot be read
    static Identity of(DataFolder data, String issuer) throws IOException {
        return new Identity(
                issuer, data.path("secrets", KEY), Rotation.signingKeys(data).getFirst());
    }

    String issuer() {
        return issuer;
    }

    String keySetAddress() {
        return issuer + IdentityProvider.KEY_SET;
    }

    /// The private half, for the provider.
    Path keyFile() {
        return keyFile;
    }

    /// @param subject null names the critic or the role
    /// @throws Refused when there is no such role, or a critic's key is missing
    String token(String role, @Nullable String critic, @Nullable String subject) {
        String scope = SCOPES.get(role);
        if (scope == null) {
            throw new Refused(
                    "there is no role %s, only critic, editor, moderator, newsletter and operator".formatted(role));
        }
        if (role.equals("critic") != (critic != null)) {
            throw new Refused("the role critic needs --critic KEY, and only it takes one");
        }
        String name = subject != null ? subject : critic != null ? critic : role;
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tool-verdicts")
                .subject(name)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", scope);
        if (critic != null) {
            claims.claim("critic_key", critic);
        }
        // Where the bearer reads mail: in the mailbox of this machine.
        if (MAILBOX.matcher(name).matches()) {
            claims.claim("email", name + "@localhost.localdomain").claim("email_verified", true);
        }
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
