package dev.toolverdicts.platform.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class PatientSignInTest {

    /// No password is right here.
    private static final AuthenticationProvider PASSWORDS = new AuthenticationProvider() {
        @Override
        public Authentication authenticate(Authentication asked) {
            throw new BadCredentialsException("wrong");
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }
    };

    private final PatientSignIn signIn =
            new PatientSignIn(PASSWORDS, new WrongPasswords(() -> Instant.parse("2026-11-29T12:00:00Z")));

    private void guess(String address, Class<? extends Exception> refusal) {
        var guess = UsernamePasswordAuthenticationToken.unauthenticated("editor", "guess");
        guess.setDetails(new WebAuthenticationDetails(address, "a session"));
        assertThatThrownBy(() -> signIn.authenticate(guess)).as(address).isInstanceOf(refusal);
    }

    @Test
    void whoGoesThroughTheAddressesOfTheirNetworkWaitsAsOneWhoDoesNot() {
        for (int i = 1; i <= 5; i++) {
            guess("2001:db8:1:2::" + i, BadCredentialsException.class);
        }

        guess("2001:db8:1:2:ffff::1", MustWait.class);
        guess("2001:db8:1:3::1", BadCredentialsException.class);
    }
}
