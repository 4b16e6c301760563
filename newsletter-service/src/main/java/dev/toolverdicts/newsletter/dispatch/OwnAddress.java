package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.newsletter.subscriber.EmailAddress;
import dev.toolverdicts.newsletter.subscriber.InvalidEmail;
import org.springframework.security.oauth2.jwt.Jwt;

/// Where an editor reads mail, by the word of whoever signed the access token: a test goes nowhere else, or it
/// would be a way to mail strangers.
public final class OwnAddress {

    private OwnAddress() {}

    /// @throws NoOwnAddress when the token names none, or one that is not verified
    public static EmailAddress of(Jwt editor) {
        String email = editor.getClaimAsString("email");
        Boolean verified = editor.hasClaim("email_verified") ? editor.getClaimAsBoolean("email_verified") : null;
        if (email == null || Boolean.FALSE.equals(verified)) {
            throw new NoOwnAddress();
        }
        try {
            return EmailAddress.typed(email);
        } catch (InvalidEmail wrong) {
            throw new NoOwnAddress();
        }
    }
}
