package dev.toolverdicts.vote.knowntool;

import dev.toolverdicts.vote.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// This copy has not read the catalog's topic to its end yet, so it cannot say that a tool does not exist.
final class ToolsNotYetKnown extends Refusal {

    ToolsNotYetKnown() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "starting",
                "Starting",
                "This copy is still reading which tools there are; try again.");
        getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
    }
}
