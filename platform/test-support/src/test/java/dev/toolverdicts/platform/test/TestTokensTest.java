package dev.toolverdicts.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestTokensTest {

    @ParameterizedTest
    @ValueSource(strings = {"editor", "critic", "operator", "newsletter", "moderator"})
    void theTokenOfARoleIsAccepted(String role) {
        assertThat(decode(TestTokens.bearer(role)).getClaimAsString("scope")).isNotBlank();
    }

    @Test
    void aCriticsTokenCarriesItsKey() {
        assertThat(decode(TestTokens.critic("builder")).getClaimAsString("critic_key"))
                .isEqualTo("builder");
    }

    @Test
    void anotherAudienceIsAnother() {
        assertThat(decode(TestTokens.foreignAudience()).getAudience())
                .doesNotContainAnyElementsOf(decode(TestTokens.bearer("editor")).getAudience());
    }

    @Test
    void theTokensMeantToBeRefusedAreRefused() {
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decode(TestTokens.forged()));
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decode(TestTokens.expired()));
        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decode(TestTokens.algNone()));
    }

    @Test
    void anUnknownRoleIsAMistakeInTheTest() {
        assertThatIllegalArgumentException().isThrownBy(() -> TestTokens.bearer("king"));
    }

    private static Jwt decode(String header) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(TestTokens.jwkSetUri()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TestTokens.ISSUER));
        return decoder.decode(header.substring("Bearer ".length()));
    }
}
