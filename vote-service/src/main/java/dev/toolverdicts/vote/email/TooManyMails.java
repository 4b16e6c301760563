package dev.toolverdicts.vote.email;

import dev.toolverdicts.vote.web.Problem;
import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Somebody in this network, or to this domain, has asked for enough mails.
final class TooManyMails extends Refusal {

    TooManyMails() {
        super(Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many mails were asked for within the hour. Nothing was sent; try again later."));
        getHeaders().set(HttpHeaders.RETRY_AFTER, "3600");
    }
}
