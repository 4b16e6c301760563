package dev.toolverdicts.vote.accept;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The log has not confirmed the vote. It may still land; sending it again is safe.
final class VoteNotDurable extends Refusal {

    VoteNotDurable() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "vote-not-durable",
                "Vote not known to be stored",
                "The vote is not known to be stored. It may still count; voting again is safe.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }
}
