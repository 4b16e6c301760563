package dev.toolverdicts.gateway;

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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/// An OpenID provider where everybody is signed in already. It is as strict as the strictest: a code or a
/// refresh token that comes a second time ends everything that came of it.
final class IdentityServer {

    static final String CLIENT = "gateway";
    static final String SECRET = "s3cret";

    private record Asked(String redirect, String challenge, String nonce) {}

    private final RSAKey key = key();
    private final RSAKey stranger = key();
    private final HttpServer server;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final AtomicInteger serial = new AtomicInteger();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger reuses = new AtomicInteger();
    private final AtomicInteger trading = new AtomicInteger();
    private final AtomicInteger mostTrading = new AtomicInteger();

    volatile int accessSeconds = 600;
    volatile int millis;
    volatile boolean isAway;
    volatile boolean refusesRefresh;
    volatile boolean failsRefresh;
    volatile boolean signsWithAnotherKey;
    volatile String audience = CLIENT;
    volatile String nonce = "";
    volatile String scope = "openid newsletter:write";

    private volatile String newestIdToken = "";

    IdentityServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, 200, metadata()));
        server.createContext("/jwks", exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    void reset() {
        accessSeconds = 600;
        millis = 0;
        isAway = false;
        refusesRefresh = false;
        failsRefresh = false;
        signsWithAnotherKey = false;
        audience = CLIENT;
        nonce = "";
        scope = "openid newsletter:write";
        refreshes.set(0);
        reuses.set(0);
        mostTrading.set(0);
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int refreshes() {
        return refreshes.get();
    }

    int reuses() {
        return reuses.get();
    }

    /// How many codes it was asked about at a time.
    int mostTrading() {
        return mostTrading.get();
    }

    String newestIdToken() {
        return newestIdToken;
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "end_session_endpoint": "%1$s/logout", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                """.formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        String code = "code-" + serial.incrementAndGet();
        String redirect = decoded(asked.getFirst("redirect_uri"));
        codes.put(code, new Asked(redirect, asked.getFirst("code_challenge"), asked.getFirst("nonce")));
        exchange.getResponseHeaders().set("Location", redirect + "?code=" + code + "&state=" + asked.getFirst("state"));
        send(exchange, "S256".equals(asked.getFirst("code_challenge_method")) ? 302 : 400, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        MultiValueMap<String, String> form =
                UriComponentsBuilder.fromUriString("?" + body).build().getQueryParams();
        String credentials = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        if (isAway) {
            send(exchange, 503, "away");
        } else if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if ("refresh_token".equals(form.getFirst("grant_type"))) {
            refresh(exchange, String.valueOf(form.getFirst("refresh_token")));
        } else {
            trade(exchange, form);
        }
    }

    private void trade(HttpExchange exchange, MultiValueMap<String, String> form) throws IOException {
        mostTrading.accumulateAndGet(trading.incrementAndGet(), Math::max);
        pause();
        trading.decrementAndGet();
        Asked asked = codes.remove(String.valueOf(form.getFirst("code")));
        if (asked == null
                || !asked.redirect().equals(decoded(form.getFirst("redirect_uri")))
                || !asked.challenge().equals(challenge(String.valueOf(form.getFirst("code_verifier"))))) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            send(exchange, 200, tokens(idToken(asked.nonce())));
        }
    }

    private void refresh(HttpExchange exchange, String token) throws IOException {
        refreshes.incrementAndGet();
        pause();
        if (failsRefresh) {
            send(exchange, 500, "");
        } else if (!good.remove(token)) {
            reuses.incrementAndGet();
            good.clear();
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else if (refusesRefresh) {
            send(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            send(exchange, 200, tokens(idToken("")));
        }
    }

    /// A provider takes its time.
    private void pause() {
        Instant until = Instant.now().plusMillis(millis);
        while (Instant.now().isBefore(until)) {
            LockSupport.parkUntil(until.toEpochMilli());
        }
    }

    private String tokens(String idToken) {
        int number = serial.incrementAndGet();
        good.add("refresh-" + number);
        newestIdToken = idToken;
        return """
                {"access_token": "access-%d", "token_type": "Bearer", "expires_in": %d, "refresh_token": "refresh-%d",
                 "scope": "%s", "id_token": "%s"}
                """.formatted(number, accessSeconds, number, scope, idToken);
    }

    private String idToken(String askedNonce) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(audience)
                .subject("subject-1")
                .jwtID("id-" + serial.incrementAndGet())
                .claim("preferred_username", "Ada <b>")
                .claim("nonce", nonce.isEmpty() ? askedNonce : nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
        try {
            RSAKey signing = signsWithAnotherKey ? stranger : key;
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, UTF_8);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
