package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Somebody in this network, or to this domain, has asked for enough mails.
final class TooManyMails extends Refusal {

    TooManyMails() {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too Many Requests",
                "Too many mails were asked for within the hour. Nothing was sent; try again later.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "3600");
    }
}
