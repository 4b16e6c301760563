package dev.toolverdicts.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole code flow, as a browser and a client go it.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "IDENTITY_PASSWORD=let-me-in",
            "IDENTITY_CLIENT_SECRET=s3cret",
            "identity.address=http://localhost:9009"
        })
class IdentityIT {

    private static final String CALLBACK = "http://localhost:8080/desk/sign-in/callback";
    private static final String ALL_SCOPES =
            "openid profile catalog:write review:write newsletter:write vote:moderate ops";
    private static final String VERIFIER = "a".repeat(43);
    /// The verifier's SHA-256.
    private static final String CHALLENGE = "ZtNPunH49FD35FWYhT5Tv8I7vRKQJ8uxMaL0_9eHjNA";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @CsvSource({
        "editor, catalog:write review:write,",
        "newsletter, newsletter:write,",
        "moderator, vote:moderate,",
        "operator, ops,",
        "futurist, review:write, futurist"
    })
    void everybodyIsGrantedTheirOwn(String name, String scopes, String critic) throws Exception {
        JsonNode tokens = signIn(name);

        JWTClaimsSet claims = verified(tokens.path("access_token").asString());
        assertThat(claims.getStringClaim("scope").split(" "))
                .containsExactlyInAnyOrder((scopes + " openid profile").split(" "));
        assertThat(tokens.path("scope").asString().split(" "))
                .as("the client is told")
                .containsExactlyInAnyOrder((scopes + " openid profile").split(" "));
        assertThat(claims.getSubject()).isEqualTo(name);
        assertThat(claims.getAudience()).containsExactly("tool-verdicts");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:9000");
        assertThat(claims.getStringClaim("critic_key")).isEqualTo(critic);
        assertThat(claims.getStringClaim("email")).isEqualTo(name + "@localhost.localdomain");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        JWTClaimsSet person = verified(tokens.path("id_token").asString());
        assertThat(person.getAudience()).containsExactly("gateway");
        assertThat(person.getStringClaim("nonce")).isEqualTo("n");
        assertThat(person.getStringClaim("preferred_username")).isEqualTo(name);
    }

    @Test
    void aRefreshTokenIsGoodForOneUse() {
        String first = signIn("editor").path("refresh_token").asString();

        HttpResponse<String> refreshed = token(Map.of("grant_type", "refresh_token", "refresh_token", first));
        assertThat(refreshed.statusCode()).isEqualTo(200);
        assertThat(json.readTree(refreshed.body()).path("refresh_token").asString())
                .isNotEqualTo(first);
        HttpResponse<String> again = token(Map.of("grant_type", "refresh_token", "refresh_token", first));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("invalid_grant");
    }

    @Test
    void signingOutEndsTheSignInHere() {
        HttpResponse<String> out = signOut(signIn("editor").path("id_token").asString());

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(location(out)).isEqualTo("http://localhost:8080/desk");
        assertThat(location(get(authorize()))).endsWith("/login");
    }

    /// Why the gateway keeps the one that comes with new access tokens.
    @Test
    void afterARefreshOnlyTheNewestIdTokenSignsOut() {
        JsonNode tokens = signIn("editor");
        HttpResponse<String> refreshed = token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString()));

        assertThat(signOut(tokens.path("id_token").asString()).statusCode()).isEqualTo(400);
        assertThat(signOut(json.readTree(refreshed.body()).path("id_token").asString())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aWrongPasswordAWrongClientAndACodeWithoutItsVerifierAreRefused() {
        get(authorize());
        assertThat(location(logIn("editor", "guess"))).endsWith("/login?error");
        String code = code("editor");
        Map<String, String> request = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                "b".repeat(43));
        assertThat(token(request).statusCode()).isEqualTo(400);
        assertThat(post("/oauth2/token", request, "gateway:guess").statusCode()).isEqualTo(401);
        assertThat(get(authorize().replace("code_challenge=", "x=")).statusCode())
                .as("without a challenge")
                .isNotEqualTo(200);
        assertThat(get(authorize().replace("8080", "8081")).statusCode())
                .as("to another address")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skeptic", "nobody-of-this-name"})
    void whoGuessesWaitsAndIsToldSoWhetherThereIsSuchAPersonOrNot(String name) {
        get(authorize());
        for (int i = 0; i < 5; i++) {
            assertThat(location(logIn(name, "guess"))).endsWith("/login?error");
            assertThat(get("/login?error").body()).contains("Invalid credentials");
        }

        HttpResponse<String> refused = logIn(name.toUpperCase(Locale.ROOT), "let-me-in");
        assertThat(refused.statusCode()).as("also with the right one").isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);
        assertThat(refused.body())
                .containsPattern("Too many wrong passwords for this name\\. Wait \\d+ seconds, then try again\\.");
        assertThat(location(logIn("analyst", "let-me-in")))
                .as("somebody else from the same place")
                .doesNotContain("error");
    }

    @Test
    void theKeySetHoldsNoPrivateKey() throws ParseException {
        assertThat(JWKSet.parse(get("/.well-known/jwks.json").body()).getKeys())
                .singleElement()
                .matches(key -> !key.isPrivate());
        JsonNode metadata =
                json.readTree(get("/.well-known/openid-configuration").body());
        assertThat(metadata.path("issuer").asString()).isEqualTo("http://127.0.0.1:9000");
    }

    @Test
    void browsersAreLedToAnotherAddressThanTheGateway() {
        JsonNode metadata =
                json.readTree(get("/.well-known/openid-configuration").body());

        assertThat(metadata.path("authorization_endpoint").asString())
                .isEqualTo("http://localhost:9009/oauth2/authorize");
        assertThat(metadata.path("end_session_endpoint").asString()).isEqualTo("http://localhost:9009/connect/logout");
        assertThat(metadata.path("token_endpoint").asString()).isEqualTo("http://127.0.0.1:9000/oauth2/token");
        assertThat(metadata.path("jwks_uri").asString()).isEqualTo("http://127.0.0.1:9000/.well-known/jwks.json");
    }

    private HttpResponse<String> signOut(String hint) {
        return get("/connect/logout?"
                + form(Map.of(
                        "id_token_hint", hint,
                        "client_id", "gateway",
                        "post_logout_redirect_uri", "http://localhost:8080/desk")));
    }

    private JsonNode signIn(String name) {
        HttpResponse<String> answer = token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(name),
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                VERIFIER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private String code(String name) {
        assertThat(location(get(authorize()))).endsWith("/login");
        String next = location(logIn(name, "let-me-in"));
        String back = location(
                get(URI.create(next).getRawPath() + "?" + URI.create(next).getRawQuery()));
        assertThat(back).startsWith(CALLBACK + "?code=").contains("&state=s");
        return back.substring(back.indexOf("code=") + 5, back.indexOf("&state"));
    }

    private HttpResponse<String> logIn(String name, String password) {
        Matcher csrf = CSRF.matcher(get("/login").body());
        assertThat(csrf.find()).isTrue();
        return post("/login", Map.of("username", name, "password", password, "_csrf", csrf.group(1)), null);
    }

    private static String authorize() {
        return "/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "gateway",
                        "redirect_uri", CALLBACK,
                        "scope", ALL_SCOPES,
                        "state", "s",
                        "nonce", "n",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    private JWTClaimsSet verified(String token) throws ParseException, JOSEException {
        var key = JWKSet.parse(get("/.well-known/jwks.json").body())
                .getKeys()
                .getFirst()
                .toRSAKey();
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private HttpResponse<String> token(Map<String, String> form) {
        return post("/oauth2/token", form, "gateway:s3cret");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("Accept", "text/html"));
    }

    private HttpResponse<String> post(
            String path, Map<String, String> form, @org.jspecify.annotations.Nullable String client) {
        var request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form)));
        if (client != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8)));
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
