package dev.toolverdicts.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Access tokens as the identity provider signs them, and the kinds that must be refused. Every method returns the
/// value of an `Authorization` header. Which role has which scopes is data: `access-roles.properties`.
public final class TestTokens {

    static final String ISSUER = "http://identity.test";
    private static final Properties ROLES = accessRoles();
    private static final RSAKey KEY = key("test-key");
    private static final RSAKey STRANGER = key("test-key");

    private TestTokens() {}

    private static final class KeyServer {
        static final String URI = start();

        private static String start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(UTF_8);
                server.createContext("/jwks.json", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
                server.setExecutor(task -> Thread.ofPlatform().daemon().start(task));
                server.start();
                return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static String jwkSetUri() {
        return KeyServer.URI;
    }

    /// A valid token of a role: editor, critic, operator, newsletter or moderator.
    public static String bearer(String role) {
        return signed(KEY, claims(role, role + "-1", null, Duration.ofHours(1)));
    }

    /// A valid token of somebody with a verified e-mail address.
    public static String bearer(String role, String email) {
        return signed(
                KEY,
                new JWTClaimsSet.Builder(claims(role, role + "-1", null, Duration.ofHours(1)))
                        .claim("email", email)
                        .claim("email_verified", true)
                        .build());
    }

    /// A valid token of one of several people of a role.
    public static String named(String role, String subject) {
        return signed(KEY, claims(role, subject, null, Duration.ofHours(1)));
    }

    /// A valid token of a critic with its key.
    public static String critic(String criticKey) {
        return signed(KEY, claims("critic", criticKey, criticKey, Duration.ofHours(1)));
    }

    /// A valid token with these scopes and no role; null for none at all.
    public static String scoped(@Nullable String scopes) {
        return signed(
                KEY,
                new JWTClaimsSet.Builder(claims("editor", "somebody-1", null, Duration.ofHours(1)))
                        .claim("scope", scopes)
                        .build());
    }

    /// Every role there is.
    static Set<String> roles() {
        return ROLES.stringPropertyNames().stream()
                .filter(name -> name.startsWith("role."))
                .map(name -> name.substring("role.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Signed by somebody else's key under the known key id.
    public static String forged() {
        return signed(STRANGER, claims("editor", "editor-1", null, Duration.ofHours(1)));
    }

    public static String expired() {
        return signed(KEY, claims("editor", "editor-1", null, Duration.ofHours(-1)));
    }

    /// By somebody else, who has got hold of the key.
    public static String foreignIssuer() {
        return signed(
                KEY,
                new JWTClaimsSet.Builder(claims("editor", "editor-1", null, Duration.ofHours(1)))
                        .issuer("http://elsewhere.test")
                        .build());
    }

    /// Meant for another audience.
    public static String foreignAudience() {
        return signed(
                KEY,
                new JWTClaimsSet.Builder(claims("editor", "editor-1", null, Duration.ofHours(1)))
                        .audience("another-site")
                        .build());
    }

    public static String algNone() {
        return "Bearer " + new PlainJWT(claims("editor", "editor-1", null, Duration.ofHours(1))).serialize();
    }

    private static JWTClaimsSet claims(String role, String subject, @Nullable String criticKey, Duration validFor) {
        String scope = ROLES.getProperty("role." + role);
        if (scope == null) {
            throw new IllegalArgumentException("unknown role " + role);
        }
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(ROLES.getProperty("audience"))
                .subject(subject)
                .issueTime(Date.from(now.minusSeconds(7200)))
                .expirationTime(Date.from(now.plus(validFor)))
                .claim("scope", scope);
        if (criticKey != null) {
            claims.claim("critic_key", criticKey);
        }
        return claims.build();
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return "Bearer " + token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties accessRoles() {
        var roles = new Properties();
        try (InputStream in =
                Objects.requireNonNull(TestTokens.class.getResourceAsStream("/access-roles.properties"))) {
            roles.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return roles;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
