package dev.toolverdicts.review.helpful;

import dev.toolverdicts.platform.web.Refusal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The voter cookie is not one of this site; the answer clears it.
final class InvalidVoterCookie extends Refusal {

    InvalidVoterCookie(List<String> cookies) {
        super(
                HttpStatus.BAD_REQUEST,
                "voter-cookie-invalid",
                "Invalid voter cookie",
                "The voter cookie is not one of this site. It has been cleared; send the request again.");
        cookies.forEach(cookie -> getHeaders().add(HttpHeaders.SET_COOKIE, cookie));
    }
}
