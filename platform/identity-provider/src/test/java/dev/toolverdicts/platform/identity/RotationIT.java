package dev.toolverdicts.platform.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.toolverdicts.platform.secrets.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Another secret of the client and another signing key, while the provider runs.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"IDENTITY_PASSWORD=let-me-in", "secrets.look-every=1h"})
class RotationIT {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry registry) {
        write("client", "old");
        registry.add("identity.client-secret-file", () -> folder.resolve("client"));
        registry.add("identity.key-file", () -> folder.resolve("key.json"));
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private SecretFiles secrets;

    @Autowired
    private JwtEncoder encoder;

    @Test
    void theClientsSecretIsGoodUntilItIsRetired() throws Exception {
        write("client", "old");
        secrets.look();
        assertThat(isKnown("old")).isTrue();
        assertThat(isKnown("new")).isFalse();

        write("client", "new\nold");
        secrets.look();
        assertThat(isKnown("old")).isTrue();
        assertThat(isKnown("new")).isTrue();

        write("client", "new");
        secrets.look();
        assertThat(isKnown("old")).isFalse();
        assertThat(isKnown("new")).isTrue();
        assertThat(isKnown("{client}")).as("what is registered").isFalse();
    }

    @Test
    void theFirstKeySignsAndAllArePublished() throws Exception {
        JWK old = JWK.parse(Files.readString(folder.resolve("key.json")));
        JWK fresh = another();
        assertThat(signer()).isEqualTo(old.getKeyID());

        write("key.json", new JWKSet(List.of(old, fresh)).toString(false));
        secrets.look();
        assertThat(signer()).as("published before it signs").isEqualTo(old.getKeyID());
        assertThat(published()).containsExactly(old.getKeyID(), fresh.getKeyID());

        write("key.json", new JWKSet(List.of(fresh, old)).toString(false));
        secrets.look();
        assertThat(signer()).isEqualTo(fresh.getKeyID());
        assertThat(published()).contains(old.getKeyID());

        write("key.json", fresh.toJSONString());
        secrets.look();
        assertThat(published()).containsExactly(fresh.getKeyID());
        write("key.json", old.toJSONString());
        secrets.look();
    }

    private static JWK another() {
        try (var none = new SecretFiles(Duration.ofHours(1))) {
            return SigningKey.of(null, none).get().getKeys().getFirst();
        }
    }

    private String signer() throws ParseException {
        String token = encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(),
                        JwtClaimsSet.builder().subject("somebody").build()))
                .getTokenValue();
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private List<String> published() throws Exception {
        var answer =
                http.send(HttpRequest.newBuilder(at("/.well-known/jwks.json")).build(), BodyHandlers.ofString());
        return JWKSet.parse(answer.body()).getKeys().stream().map(JWK::getKeyID).toList();
    }

    /// Whether the provider objects to the code and not to the client.
    private boolean isKnown(String secret) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(("gateway:" + secret).getBytes(UTF_8)))
                        .POST(BodyPublishers.ofString("grant_type=refresh_token&refresh_token=none"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 401);
        return answer.statusCode() == 400;
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
