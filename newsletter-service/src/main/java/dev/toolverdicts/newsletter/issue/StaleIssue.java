package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// Somebody changed the issue since the caller read it.
final class StaleIssue extends Refusal {

    private static final long serialVersionUID = 1L;

    StaleIssue(long version) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "Stale version",
                "The issue has changed since it was read. Read it again and repeat the change.");
        getHeaders().setETag("\"" + version + "\"");
    }
}
