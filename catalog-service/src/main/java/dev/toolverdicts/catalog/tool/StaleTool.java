package dev.toolverdicts.catalog.tool;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody changed the tool since the caller read it.
final class StaleTool extends Refusal {

    private static final long serialVersionUID = 1L;

    StaleTool(long version) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "Stale version",
                "The tool has changed since it was read. Read it again and repeat the change.");
        getHeaders().setETag("\"" + version + "\"");
    }
}
