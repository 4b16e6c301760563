package dev.toolverdicts.vote.myvotes;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Not every accepted vote is counted yet, so which ones the voter has is not known. Nothing was deleted.
final class CountingBehind extends Refusal {

    CountingBehind() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "counting-behind",
                "Counting is behind",
                "Votes are still being counted, so some of yours may not be known yet. Nothing is deleted; try again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
}
