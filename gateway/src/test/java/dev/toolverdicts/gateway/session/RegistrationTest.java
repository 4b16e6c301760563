package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

class RegistrationTest {

    private static final String ISSUER = "https://id.example.org/realm";

    @TempDir
    private Path folder;

    private final RestTemplate http = new RestTemplate();
    private final MockRestServiceServer provider = MockRestServiceServer.createServer(http);

    @BeforeEach
    void aSecret() throws IOException {
        secret("first");
    }

    @Test
    void anotherSecretNeedsNoRestartAndTheProviderIsAskedOnce() throws IOException {
        says(metadata(ISSUER));
        Registration registration = registration();

        assertThat(registration.client().getClientSecret()).isEqualTo("first");
        secret("second\nfirst");
        assertThat(registration.client().getClientSecret()).isEqualTo("second");
        assertThat(registration.client().getProviderDetails().getTokenUri()).isEqualTo(ISSUER + "/token");
        provider.verify();
    }

    @Test
    void whatIsAboutAnotherProviderIsNotTaken() {
        says(metadata("https://evil.example"));

        assertThatThrownBy(registration()::client)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ISSUER);
    }

    @Test
    void aProviderThatWasAwayIsAskedAgain() {
        provider.expect(requestTo(ISSUER + "/.well-known/openid-configuration")).andRespond(withServerError());
        says(metadata(ISSUER));
        Registration registration = registration();

        assertThatThrownBy(registration::client).isInstanceOf(RestClientException.class);
        assertThat(registration.client().getClientId()).isEqualTo("gateway");
    }

    private void says(String metadata) {
        provider.expect(requestTo(ISSUER + "/.well-known/openid-configuration"))
                .andRespond(withSuccess(metadata, MediaType.APPLICATION_JSON));
    }

    private Registration registration() {
        return new Registration(
                new ProviderSettings(
                        ISSUER, "gateway", folder.resolve("secret"), Set.of("openid"), Duration.ofSeconds(1)),
                "http://localhost/callback",
                http);
    }

    private void secret(String secret) throws IOException {
        Files.writeString(folder.resolve("secret"), secret + "\n");
    }

    private static String metadata(String issuer) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer);
    }
}
