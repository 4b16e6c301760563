package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.InvalidEmail;
import org.springframework.security.oauth2.jwt.Jwt;

/// Where an editor reads mail, by the word of whoever signed the access token: a test goes nowhere
/// else, or it would be a way to mail strangers. A provider that does not say an address is verified
/// may let anybody claim it.
public final class OwnAddress {

    private OwnAddress() {}

    /// @throws NoOwnAddress when the token names none, or does not say that it is verified
    public static EmailAddress of(Jwt editor) {
        String email = editor.getClaimAsString("email");
        Object verified = editor.getClaims().get("email_verified");
        if (email == null || !Boolean.TRUE.equals(verified)) {
            throw new NoOwnAddress();
        }
        try {
            return EmailAddress.typed(email);
        } catch (InvalidEmail wrong) {
            throw new NoOwnAddress();
        }
    }
}
