package dev.toolverdicts.newsletter.dispatch;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class NotInDoubt extends Refusal {

    private static final long serialVersionUID = 1L;

    NotInDoubt() {
        super(HttpStatus.CONFLICT, "not-in-doubt", "Not in doubt", "No message to this subscriber is in doubt.");
    }
}
