package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// A reason is not what a moderator has read any more.
final class ReasonChanged extends Refusal {

    ReasonChanged() {
        super(
                HttpStatus.CONFLICT,
                "already-decided",
                "Already decided",
                "Somebody has decided about this reason since you opened the page, or its voter has changed it, or now votes the other way, which withdraws it. Nothing of yours was done.");
    }
}
