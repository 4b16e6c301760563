package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// No tool has, or has had, this address.
public final class ToolNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public ToolNotFound() {
        super(HttpStatus.NOT_FOUND, "tool-not-found", "Tool not found", "No tool has this address.");
    }
}
