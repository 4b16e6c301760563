package dev.toolverdicts.catalog.live;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// The client has as many streams at this copy as it may.
final class TooManyStreams extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyStreams() {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "Too many streams",
                "Your address has too many live streams open; close one, or read the page instead.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "15");
    }
}
