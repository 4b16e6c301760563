package dev.toolverdicts.platform.web;

import org.springframework.http.HttpStatus;

/// The same Idempotency-Key is being worked on.
public final class RequestInFlight extends Refusal {

    private static final long serialVersionUID = 1L;

    public RequestInFlight() {
        super(
                HttpStatus.CONFLICT,
                "request-in-flight",
                "Request in flight",
                "A request with this Idempotency-Key has not finished yet. Repeat it in a moment.");
        getHeaders().add("Retry-After", "1");
    }
}
