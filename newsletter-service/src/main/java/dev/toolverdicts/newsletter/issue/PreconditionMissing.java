package dev.toolverdicts.newsletter.issue;

import dev.toolverdicts.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/// A change must say which version it is based on.
final class PreconditionMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    PreconditionMissing() {
        super(
                HttpStatus.PRECONDITION_REQUIRED,
                "if-match-required",
                "If-Match required",
                "Send the ETag of the issue you read as If-Match, so that nobody's change is overwritten.");
    }
}
