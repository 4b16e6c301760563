package dev.toolverdicts.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import dev.toolverdicts.platform.secrets.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
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

    /// So seldom that only a test looks.
    private final SecretFiles files = new SecretFiles(Duration.ofHours(1));

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
        files.look();
        assertThat(registration.client().getClientSecret()).isEqualTo("second");
        assertThat(registration.client().getProviderDetails().getTokenUri()).isEqualTo(ISSUER + "/token");
        provider.verify();
    }

    /// Who writes a file empties it first.
    @Test
    void asLongAsAFileIsEmptyTheSecretThatWasInItIsUsed() throws IOException {
        says(metadata(ISSUER));
        Registration registration = registration();

        secret("");
        files.look();
        assertThat(registration.client().getClientSecret()).isEqualTo("first");
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

    @AfterEach
    void close() {
        files.close();
    }

    private void says(String metadata) {
        provider.expect(requestTo(ISSUER + "/.well-known/openid-configuration"))
                .andRespond(withSuccess(metadata, MediaType.APPLICATION_JSON));
    }

    private Registration registration() {
        Path file = folder.resolve("secret");
        return new Registration(
                new ProviderSettings(ISSUER, "gateway", file, Set.of("openid"), Duration.ofSeconds(1)),
                files.watch(List.of(file), List::getFirst),
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
