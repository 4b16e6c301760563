package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// Four eyes on what goes to everybody.
final class SecondPersonNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    SecondPersonNeeded(String why) {
        super(HttpStatus.CONFLICT, "second-person-needed", "Second person needed", why);
    }
}
