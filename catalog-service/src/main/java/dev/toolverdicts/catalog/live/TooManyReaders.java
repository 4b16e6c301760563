package dev.toolverdicts.catalog.live;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// This copy serves as many streams as it may.
final class TooManyReaders extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyReaders() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-readers",
                "Too many readers",
                "No more live streams right now; read the page instead and try again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "15");
    }
}
