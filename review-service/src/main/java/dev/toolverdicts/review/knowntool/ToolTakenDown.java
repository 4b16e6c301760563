package dev.toolverdicts.review.knowntool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// There was a tool at this address. Its reviews are kept for when it comes back.
public final class ToolTakenDown extends Refusal {

    ToolTakenDown(TakenDown why) {
        super(
                HttpStatus.GONE,
                "tool-taken-down",
                "Tool taken down",
                "The tool at this address is not shown any more: " + why.reason());
        getBody().setProperty("reason", why.reason());
        getBody().setProperty("since", why.since().toString());
    }
}
