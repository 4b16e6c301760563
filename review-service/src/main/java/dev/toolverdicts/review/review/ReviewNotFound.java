package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

public final class ReviewNotFound extends Refusal {

    public ReviewNotFound() {
        super(
                HttpStatus.NOT_FOUND,
                "review-not-found",
                "Review not found",
                "This critic has no current review of this tool.");
    }
}
