package dev.toolverdicts.catalog.card;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// There was a tool at this address; it is shown to nobody now, and nobody else gets the address.
public final class ToolTakenDown extends Refusal {

    private static final long serialVersionUID = 1L;

    public ToolTakenDown(TakenDown why) {
        super(
                HttpStatus.GONE,
                "tool-taken-down",
                "Tool taken down",
                "The tool at this address is not shown any more; the reason says why.");
        getBody().setProperty("reason", why.reason());
        getBody().setProperty("since", why.since().toString());
    }
}
