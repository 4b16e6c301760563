package dev.toolverdicts.newsletter.alert;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// The link is good, but whose it is has left, or gets no mail for another reason.
final class NotSubscribed extends Refusal {

    private static final long serialVersionUID = 1L;

    NotSubscribed() {
        super(HttpStatus.CONFLICT, "not-subscribed", "Not subscribed", "Alerts are for confirmed subscribers only.");
    }
}
