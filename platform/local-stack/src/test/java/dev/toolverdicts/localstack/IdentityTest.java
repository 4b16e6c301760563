package dev.toolverdicts.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    // One folder for all, since making a key takes long.
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @CsvSource({
        "editor, catalog:write review:write",
        "operator, ops",
        "newsletter, newsletter:write",
        "moderator, vote:moderate"
    })
    void aTokenSaysWhatItsRoleMayAndVerifiesAgainstTheKey(String role, String scope)
            throws IOException, ParseException, JOSEException {
        JWTClaimsSet claims = verified(identity(), identity().token(role, null, null));

        assertThat(claims.getStringClaim("scope")).isEqualTo(scope);
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:9000");
        assertThat(claims.getAudience()).containsExactly("tool-verdicts");
        assertThat(claims.getSubject()).isEqualTo(role);
        assertThat(claims.getClaim("critic_key")).isNull();
        assertThat(claims.getStringClaim("email")).isEqualTo(role + "@localhost.localdomain");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getExpirationTime().toInstant())
                .isCloseTo(Instant.now().plus(12, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aCriticsTokenNamesTheCritic() throws IOException, ParseException, JOSEException {
        JWTClaimsSet claims = verified(identity(), identity().token("critic", "builder", "Ann"));

        assertThat(claims.getStringClaim("scope")).isEqualTo("review:write");
        assertThat(claims.getStringClaim("critic_key")).isEqualTo("builder");
        assertThat(claims.getSubject()).isEqualTo("Ann");
    }

    @Test
    void everyDataFolderHasAKeyOfItsOwn() throws IOException {
        var other = Identity.of(new DataFolder(folder.resolve("other")), 9000);

        assertThat(key(other)).isNotEqualTo(key(identity()));
        assertThat(key(identity())).isEqualTo(key(identity()));
    }

    @Test
    void inAContainerTheIssuerIsCalledAsItsServiceIs() throws IOException, ParseException {
        var identity = Identity.of(new DataFolder(folder), "http://identity:8080");

        assertThat(SignedJWT.parse(identity.token("editor", null, null))
                        .getJWTClaimsSet()
                        .getIssuer())
                .isEqualTo("http://identity:8080");
        assertThat(identity.keySetAddress()).isEqualTo("http://identity:8080/.well-known/jwks.json");
        assertThat(key(identity)).isEqualTo(key(identity()));
    }

    @Test
    void unknownRolesAndMisplacedCriticsAreRefused() throws IOException {
        Identity identity = identity();

        assertThatThrownBy(() -> identity.token("admin", null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("editor");
        assertThatThrownBy(() -> identity.token("critic", null, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> identity.token("editor", "builder", null)).isInstanceOf(Refused.class);
    }

    private static Identity identity() throws IOException {
        return Identity.of(new DataFolder(folder), 9000);
    }

    private static JWTClaimsSet verified(Identity identity, String token) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        RSAKey key = key(identity);
        assertThat(jwt.getHeader().getKeyID()).isEqualTo(key.getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        return jwt.getJWTClaimsSet();
    }

    /// What the provider is told to sign with.
    private static RSAKey key(Identity identity) {
        try {
            return RSAKey.parse(Files.readString(identity.keyFile()));
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }
}
