package dev.toolverdicts.review.review;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

public final class ToolNotFound extends Refusal {

    public ToolNotFound() {
        super(HttpStatus.NOT_FOUND, "tool-not-found", "Tool not found", "No tool has this address.");
    }
}
