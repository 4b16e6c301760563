package dev.toolverdicts.platform.identity;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Looks at no password while somebody who guessed has to wait, the right one included: else guessing
/// would go on. How long it is, they are told.
final class PatientSignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(PatientSignIn.class);
    private static final int LONGEST_NAME = 100;

    private final AuthenticationProvider passwords;
    private final WrongPasswords wrong;

    PatientSignIn(AuthenticationProvider passwords, WrongPasswords wrong) {
        this.passwords = passwords;
        this.wrong = wrong;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        String whom = whom(asked);
        Duration wait = wrong.mustWait(whom);
        if (wait.isPositive()) {
            // Not the name: people type their password there.
            log.warn("event=sign_in_slowed seconds={}", wait.toSeconds());
            throw new MustWait(wait);
        }
        Authentication signedIn = passwords.authenticate(asked);
        wrong.right(whom);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> type) {
        return passwords.supports(type);
    }

    // Names are compared without regard to case.
    private static String whom(Authentication asked) {
        String name = asked.getName().toLowerCase(Locale.ROOT);
        String address = asked.getDetails() instanceof WebAuthenticationDetails web
                ? Network.of(String.valueOf(web.getRemoteAddress()))
                : "unknown";
        return address + " " + name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
