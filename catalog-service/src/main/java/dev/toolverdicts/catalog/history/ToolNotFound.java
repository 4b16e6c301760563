package dev.toolverdicts.catalog.history;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class ToolNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    ToolNotFound() {
        super(HttpStatus.NOT_FOUND, "tool-not-found", "Tool not found", "No tool has this address.");
    }
}
