package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

public final class StaleReview extends Refusal {

    StaleReview() {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "Stale version",
                "The review is not in the state that If-Match or If-None-Match asks for; read it again.");
    }
}
