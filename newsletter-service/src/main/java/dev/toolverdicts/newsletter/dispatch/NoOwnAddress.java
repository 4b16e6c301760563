package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The access token does not say, or not as verified, where its bearer reads mail.
final class NoOwnAddress extends Refusal {

    private static final long serialVersionUID = 1L;

    NoOwnAddress() {
        super(
                HttpStatus.CONFLICT,
                "no-own-address",
                "No own address",
                "A test goes to the address that the access token names in its claim email, if email_verified is true there.");
    }
}
