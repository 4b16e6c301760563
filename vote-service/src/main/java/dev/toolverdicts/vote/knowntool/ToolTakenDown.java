package dev.toolverdicts.vote.knowntool;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpStatus;

/// There was a tool at this address. Its votes are kept for when it comes back.
public final class ToolTakenDown extends Refusal {

    ToolTakenDown(KnownTool.TakenDown why) {
        super(
                HttpStatus.GONE,
                "tool-taken-down",
                "Tool taken down",
                "The tool at this address is not shown any more; the reason says why.");
        getBody().setProperty("reason", why.reason());
        getBody().setProperty("since", why.since().toString());
    }
}
