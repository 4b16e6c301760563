package dev.toolverdicts.catalog.alternative;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

final class NoSuchTool extends Refusal {

    private static final long serialVersionUID = 1L;

    NoSuchTool() {
        super(HttpStatus.NOT_FOUND, "tool-not-found", "Tool not found", "No tool has this address.");
    }
}
