package dev.toolverdicts.vote.moderation;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// Nothing is left of what was to be decided.
final class DecidedMeanwhile extends Refusal {

    DecidedMeanwhile() {
        super(
                HttpStatus.CONFLICT,
                "already-decided",
                "Already decided",
                "Somebody has decided about these votes since you opened the page, or their voters have changed them. Nothing of yours was done.");
    }
}
