package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// One follow or webhook too many.
final class AlertLimit extends Refusal {

    private static final long serialVersionUID = 1L;

    AlertLimit(String what, int limit) {
        super(
                HttpStatus.CONFLICT,
                "alert-limit",
                "Too many alerts",
                "A subscriber may have up to %d %s.".formatted(limit, what));
        getBody().setProperty("limit", limit);
    }
}
