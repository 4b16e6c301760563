package dev.toolverdicts.vote.tally;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// This copy serves as many streams as it may.
final class TooManyReaders extends Refusal {

    TooManyReaders() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-readers",
                "Too many readers",
                "No more live streams right now; read the tally instead and try again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    }
}
