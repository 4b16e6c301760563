package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody else looks at these votes just now.
final class HoldClaimed extends Refusal {

    HoldClaimed(String moderator) {
        super(
                HttpStatus.CONFLICT,
                "hold-claimed",
                "Hold claimed",
                moderator + " is looking at these votes. Ask them, or wait until their claim lapses.");
    }
}
