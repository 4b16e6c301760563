package dev.toolverdicts.vote.voter;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The voter cookie was made by none of this site's present keys. Nothing was stored; the answer clears
/// the cookie.
final class InvalidVoterCookie extends Refusal {

    InvalidVoterCookie(String cleared) {
        super(
                HttpStatus.BAD_REQUEST,
                "voter-cookie-invalid",
                "Invalid voter cookie",
                "The voter cookie is not one this site gave out. It has been cleared; send the request again.");
        getHeaders().add(HttpHeaders.SET_COOKIE, cleared);
    }
}
