package dev.toolverdicts.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Stands in for an OIDC provider: signs tokens with a key of this data folder and serves its public half at the
/// standard address, so that a real provider replaces it by configuration.
final class Identity {

    private static final Duration VALID = Duration.ofHours(12);
    private static final Map<String, String> SCOPES = Map.of(
            "editor", "catalog:write review:write",
            "critic", "review:write",
            "operator", "ops",
            "newsletter", "newsletter:write",
            "moderator", "vote:moderate");

    private final String issuer;
    private final RSAKey key;

    private Identity(String issuer, RSAKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /// @param issuer the address this provider is reached at
    static Identity of(DataFolder data, String issuer) throws IOException {
        try {
            if (!data.has("secrets/signing-key.json")) {
                RSAKey made = new RSAKeyGenerator(2048)
                        .keyID(UUID.randomUUID().toString())
                        .algorithm(JWSAlgorithm.RS256)
                        .generate();
                data.keepSecret("signing-key.json", made.toJSONString());
            }
            return new Identity(issuer, RSAKey.parse(data.read("secrets/signing-key.json")));
        } catch (JOSEException | ParseException e) {
            throw new Refused("the signing key of " + data.root() + " cannot be read", e);
        }
    }

    String issuer() {
        return issuer;
    }

    /// @throws Refused when there is no such role, or a critic's key is missing
    String token(String role, @Nullable String critic, @Nullable String subject) {
        String scope = SCOPES.get(role);
        if (scope == null) {
            throw new Refused("no role " + role + "; there are critic, editor, moderator, newsletter, operator");
        }
        if (role.equals("critic") != (critic != null)) {
            throw new Refused("--critic KEY belongs to the role critic, and the role critic needs it");
        }
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tool-verdicts")
                .subject(subject != null ? subject : critic != null ? critic : role)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .jwtID(UUID.randomUUID().toString())
                .claim("scope", scope);
        if (critic != null) {
            claims.claim("critic_key", critic);
        }
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/.well-known/jwks.json", new JWKSet(key.toPublicJWK()).toString());
        answer(server, "/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/.well-known/jwks.json", "subject_types_supported": ["public"],
                 "response_types_supported": [], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }
}
